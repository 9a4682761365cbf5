using System.Text.Json;
using CloudletK8s.Api.Kinds;
using CloudletK8s.ApiServer.Discovery;

namespace CloudletK8s.ApiServer.Tests.Discovery;

public class DiscoveryOfBuiltInKinds
{
    private static readonly IReadOnlyList<ServedGroup> Groups = GroupOrder.Of([.. BuiltInKinds.All]);

    [Fact]
    public void Lists_groups_in_the_order_in_which_clients_look_for_short_names()
    {
        var names = Groups.Select(group => group.Name).ToList();
        Assert.Equal(["", "apiregistration.k8s.io", "apps", "events.k8s.io"], names[..4]);
        Assert.True(names.IndexOf("apps") < names.IndexOf("policy"));
        Assert.Equal("metrics.k8s.io", names[^1]);
    }

    [Fact]
    public void Prefers_the_newer_version() =>
        Assert.Equal(["v2", "v1"], Groups.First(group => group.Name == "autoscaling").Versions.Select(version => version.Name));

    [Theory]
    [InlineData("pods", "xPOwRZ+Yhw8=")]
    [InlineData("configmaps", "qFsyl6wFWjQ=")]
    public void Hashes_storage_versions_as_Kubernetes_does(string plural, string hash) =>
        Assert.Equal(hash, Core().First(resource => resource.GetProperty("name").GetString() == plural).GetProperty("storageVersionHash").GetString());

    [Fact]
    public void Lists_subresources_behind_their_resource()
    {
        var names = Core().Select(resource => resource.GetProperty("name").GetString()!).ToList();
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        Assert.Contains("pods/ephemeralcontainers", names);
    }

    [Theory]
    [InlineData("pods/exec", null, "PodExecOptions")]
    [InlineData("pods/log", null, "Pod")]
    [InlineData("pods/eviction", "policy", "Eviction")]
    [InlineData("replicationcontrollers/scale", "autoscaling", "Scale")]
    [InlineData("serviceaccounts/token", "authentication.k8s.io", "TokenRequest")]
    [InlineData("services/proxy", null, "ServiceProxyOptions")]
    public void Names_what_travels_to_a_subresource(string name, string? group, string kind)
    {
        var resource = Core().First(resource => resource.GetProperty("name").GetString() == name);
        Assert.Equal(kind, resource.GetProperty("kind").GetString());
        Assert.Equal(group, resource.TryGetProperty("group", out var given) ? given.GetString() : null);
    }

    [Fact]
    public void Says_the_same_in_one_document()
    {
        using var all = JsonDocument.Parse(AggregatedDiscovery.Of(Groups, "v2").Bytes);
        var apps = all.RootElement.GetProperty("items").EnumerateArray()
            .First(group => group.GetProperty("metadata").TryGetProperty("name", out var name) && name.GetString() == "apps");
        var deployments = apps.GetProperty("versions")[0].GetProperty("resources").EnumerateArray()
            .First(resource => resource.GetProperty("resource").GetString() == "deployments");
        Assert.Equal("Namespaced", deployments.GetProperty("scope").GetString());
        Assert.Equal("deployment", deployments.GetProperty("singularResource").GetString());
        Assert.Equal(["scale", "status"], deployments.GetProperty("subresources").EnumerateArray().Select(sub => sub.GetProperty("subresource").GetString()));
    }

    private static List<JsonElement> Core()
    {
        using var list = JsonDocument.Parse(PlainDiscovery.Resources(Groups[0], Groups[0].Versions[0]).Bytes);
        return [.. list.RootElement.GetProperty("resources").Clone().EnumerateArray()];
    }
}
