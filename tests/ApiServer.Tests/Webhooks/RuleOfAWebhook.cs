using CloudletK8s.ApiServer.Admission;
using CloudletK8s.ApiServer.Admission.Matching;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.Store;
using CloudletK8s.Store.Memory;

namespace CloudletK8s.ApiServer.Tests.Webhooks;

public sealed class RuleOfAWebhook
{
    [Theory]
    [InlineData("CREATE", "", "v1", "pods", "*", true)]
    [InlineData("*", "*", "*", "*", "*", true)]
    [InlineData("*", "*", "*", "*/*", "*", true)]
    [InlineData("UPDATE,CREATE", "", "v1", "pods", "*", true)]
    [InlineData("UPDATE", "", "v1", "pods", "*", false)]
    [InlineData("CREATE", "apps", "v1", "pods", "*", false)]
    [InlineData("CREATE", "", "v2", "pods", "*", false)]
    [InlineData("CREATE", "", "v1", "services,pods", "*", true)]
    [InlineData("CREATE", "", "v1", "pods/*", "*", true)]
    [InlineData("CREATE", "", "v1", "pods/status", "*", false)]
    [InlineData("CREATE", "", "v1", "*/status", "*", false)]
    [InlineData("CREATE", "", "v1", "pods", "Namespaced", true)]
    [InlineData("CREATE", "", "v1", "pods", "Cluster", false)]
    public void Matches_the_creation_of_a_pod(string operations, string group, string version, string resources, string scope, bool matches) =>
        Assert.Equal(matches, Rule(operations, group, version, resources, scope).Matches(Request("pods", AdmissionOperation.Create, "default"), new("", "v1", "pods")));

    [Theory]
    [InlineData("pods", false)]
    [InlineData("*", false)]
    [InlineData("pods/exec", true)]
    [InlineData("pods/*", true)]
    [InlineData("*/exec", true)]
    [InlineData("*/*", true)]
    [InlineData("*/log", false)]
    public void Matches_a_connection_to_a_pod(string resources, bool matches) => Assert.Equal(
        matches,
        Rule("CONNECT", "", "v1", resources, "*").Matches(Request("pods", AdmissionOperation.Connect, "default") with { Subresource = "exec" }, new("", "v1", "pods")));

    [Theory]
    [InlineData("Cluster", true)]
    [InlineData("Namespaced", false)]
    [InlineData("*", true)]
    public void Takes_a_namespace_for_an_object_of_the_cluster(string scope, bool matches) => Assert.Equal(
        matches, Rule("*", "", "v1", "namespaces", scope).Matches(Request("namespaces", AdmissionOperation.Update, ""), new("", "v1", "namespaces")));

    [Fact]
    public void Of_a_policy_may_name_objects()
    {
        var rule = new AdmissionRule(WebhookServer.Json(
            """{"operations":["*"],"apiGroups":[""],"apiVersions":["v1"],"resources":["pods"],"resourceNames":["a","p"]}"""));

        Assert.True(rule.Matches(Request("pods", AdmissionOperation.Create, "default"), new("", "v1", "pods")));
        Assert.False(rule.Matches(Request("pods", AdmissionOperation.Create, "default") with { Name = "b" }, new("", "v1", "pods")));
    }

    private static AdmissionRule Rule(string operations, string group, string version, string resources, string scope) => new(WebhookServer.Json(
        $$"""{"operations":[{{Quoted(operations)}}],"apiGroups":["{{group}}"],"apiVersions":["{{version}}"],"resources":[{{Quoted(resources)}}],"scope":"{{scope}}"}"""));

    private static string Quoted(string list) => string.Join(',', list.Split(',').Select(item => $"\"{item}\""));

    private static AdmissionRequest Request(string plural, AdmissionOperation operation, string inNamespace) => new()
    {
        Operation = operation,
        Resource = Resources.Find("", "v1", plural)!,
        Namespace = inNamespace,
        Name = "p",
        User = Authentication.UserInfo.ApiServer,
        Warnings = [],
    };

    private static ResourceCatalog Resources { get; } = new(BuiltInResources.Over(
        ClusterStore.Open(new MemoryTableStore(), new() { CompactionInterval = Timeout.InfiniteTimeSpan }, TimeProvider.System)));
}
