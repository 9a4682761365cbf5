using System.Text;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Reconcilers.BootstrapTokens.Cleaning;
using CloudletK8s.Reconcilers.BootstrapTokens.Signing;
using CloudletK8s.TestKit.Controllers;

namespace CloudletK8s.Reconcilers.Tests.BootstrapTokens;

public sealed class TokenForNewNodes : IAsyncLifetime
{
    private readonly ManualTime _time = new();
    private ControlPlane _plane = null!;

    public async Task InitializeAsync() => _plane = await ControlPlane.Start(services => [new TokenCleaner(services), new BootstrapSigner(services)], _time);

    public Task DisposeAsync() => _plane.DisposeAsync().AsTask();

    [Fact]
    public async Task Goes_when_it_expires()
    {
        await Token("abcdef", ("expiration", "2026-01-01T01:00:00Z"));
        await Token("ghijkl");
        _time.Advance(TimeSpan.FromMinutes(59));
        await _plane.Quiet();
        Assert.Equal(2, (await _plane.List<Secret>("kube-system")).Count);

        _time.Advance(TimeSpan.FromMinutes(1));
        await _plane.Quiet();
        Assert.Equal("bootstrap-token-ghijkl", Assert.Single(await _plane.List<Secret>("kube-system")).Metadata!.Name);
    }

    [Fact]
    public async Task Signs_what_new_nodes_are_shown()
    {
        await _plane.Create(new ConfigMap
        {
            Metadata = new() { Name = "cluster-info", Namespace = "kube-public" },
            Data = new Dictionary<string, string> { ["kubeconfig"] = "content", ["jws-kubeconfig-old"] = "stale" },
        });
        await Token("abcdef", ("usage-bootstrap-signing", "true"));
        await Token("ghijkl");
        await _plane.Quiet();
        Assert.Equal(DetachedSignature.Of("content", "abcdef", "0123456789abcdef"), (await Data())["jws-kubeconfig-abcdef"]);
        Assert.Equal(["jws-kubeconfig-abcdef", "kubeconfig"], (await Data()).Keys.Order(StringComparer.Ordinal));

        await _plane.Delete<Secret>("kube-system", "bootstrap-token-abcdef");
        await _plane.Quiet();
        Assert.Equal(["kubeconfig"], (await Data()).Keys);
    }

    [Fact]
    public void Signs_as_other_tools_do() => Assert.Equal(
        "eyJhbGciOiJIUzI1NiIsImtpZCI6Impvc2h1YSJ9..VShe2taLd-YTrmWuRkcL_8QTNDHYxQIEBsAYYiIj1_8",
        DetachedSignature.Of("Hello from the other side. I must have called a thousand times.", "joshua", "my voice is my passcode"));

    private async Task<IReadOnlyDictionary<string, string>> Data() => (await _plane.Get<ConfigMap>("kube-public", "cluster-info"))!.Data!;

    private Task<Secret> Token(string id, params (string Key, string Value)[] more) => _plane.Create(new Secret
    {
        Metadata = new() { Name = $"bootstrap-token-{id}", Namespace = "kube-system" },
        Type = "bootstrap.kubernetes.io/token",
        Data = more.Append(("token-id", id)).Append(("token-secret", "0123456789abcdef")).ToDictionary(entry => entry.Item1, entry => Encoding.UTF8.GetBytes(entry.Item2)),
    });
}
