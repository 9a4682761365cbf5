using CloudletK8s.Api.Core.V1;
using CloudletK8s.Reconcilers.RootCertificates;
using CloudletK8s.Reconcilers.ServiceAccounts;
using CloudletK8s.TestKit.Controllers;

namespace CloudletK8s.Reconcilers.Tests.ServiceAccounts;

public sealed class NamespaceThatIsNew : IAsyncLifetime
{
    private ControlPlane _plane = null!;
    private string _namespace = "";

    public async Task InitializeAsync()
    {
        _plane = await ControlPlane.Start(
            services => [new DefaultAccountController(services), new RootCertificatesController(services)], options: new() { RequireServiceAccount = true });
        _namespace = await _plane.Namespace();
    }

    public Task DisposeAsync() => _plane.DisposeAsync().AsTask();

    [Fact]
    public async Task Takes_pods_at_once()
    {
        var pod = await _plane.Create(new Pod { Metadata = new() { Name = "pod", Namespace = _namespace }, Spec = new() { Containers = [new() { Name = "c", Image = "i" }] } });

        Assert.Equal("default", pod.Spec!.ServiceAccountName);
        Assert.Contains(pod.Spec.Volumes!, volume => volume.Name!.StartsWith("kube-api-access-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Gets_its_account_back()
    {
        await _plane.Quiet();
        await _plane.Delete<ServiceAccount>(_namespace, "default");
        await _plane.Quiet();

        Assert.NotNull(await _plane.Get<ServiceAccount>(_namespace, "default"));
    }

    [Fact]
    public async Task Gets_the_certificates_back_however_they_are_changed()
    {
        await _plane.Quiet();
        await _plane.Change<ConfigMap>(_namespace, "kube-root-ca.crt", map => map with { Data = new Dictionary<string, string> { ["ca.crt"] = "mine", ["more"] = "x" } });
        await _plane.Quiet();
        var map = await _plane.Get<ConfigMap>(_namespace, "kube-root-ca.crt");
        Assert.Equal(TestAuthority.Pem, Assert.Single(map!.Data!).Value);
        Assert.StartsWith("Contains a CA bundle", map.Metadata!.Annotations!["kubernetes.io/description"], StringComparison.Ordinal);

        await _plane.Delete<ConfigMap>(_namespace, "kube-root-ca.crt");
        await _plane.Quiet();
        Assert.Equal(TestAuthority.Pem, (await _plane.Get<ConfigMap>(_namespace, "kube-root-ca.crt"))!.Data!["ca.crt"]);
    }

    [Fact]
    public async Task Writes_nothing_more_once_it_has_everything()
    {
        await _plane.Quiet();
        var before = (await _plane.Get<ConfigMap>(_namespace, "kube-root-ca.crt"))!.Metadata!.ResourceVersion;
        await _plane.Change<Namespace>("", _namespace, ns => ns with { Metadata = ns.Metadata! with { Labels = new Dictionary<string, string> { ["a"] = "b" } } });
        await _plane.Quiet();

        Assert.Equal(before, (await _plane.Get<ConfigMap>(_namespace, "kube-root-ca.crt"))!.Metadata!.ResourceVersion);
    }
}
