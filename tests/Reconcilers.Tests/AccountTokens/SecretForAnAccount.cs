using System.Text;
using CloudletK8s.Api.Authentication.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Reconcilers.AccountTokens;
using CloudletK8s.TestKit.Controllers;

namespace CloudletK8s.Reconcilers.Tests.AccountTokens;

public sealed class SecretForAnAccount : IAsyncLifetime
{
    private ControlPlane _plane = null!;
    private string _namespace = "";

    public async Task InitializeAsync()
    {
        _plane = await ControlPlane.Start(services => [new AccountTokenController(services)]);
        _namespace = await _plane.Namespace();
        await _plane.Create(new ServiceAccount { Metadata = new() { Name = "builder", Namespace = _namespace } });
    }

    public Task DisposeAsync() => _plane.DisposeAsync().AsTask();

    [Fact]
    public async Task Gets_a_token_that_is_good_as_long_as_it_lives()
    {
        await _plane.Create(Secret("builder"));
        await _plane.Quiet();

        var secret = await _plane.Get<Secret>(_namespace, "token");
        Assert.Equal(_namespace, Encoding.UTF8.GetString(secret!.Data!["namespace"]));
        Assert.Equal(TestAuthority.Pem, Encoding.UTF8.GetString(secret.Data["ca.crt"]));
        Assert.NotEmpty(secret.Metadata!.Annotations!["kubernetes.io/service-account.uid"]);
        var token = Encoding.UTF8.GetString(secret.Data["token"]);
        Assert.Equal($"system:serviceaccount:{_namespace}:builder", (await Review(token)).User!.Username);

        await _plane.Delete<Secret>(_namespace, "token");
        Assert.False((await Review(token)).Authenticated);
    }

    [Fact]
    public async Task Goes_with_its_account()
    {
        await _plane.Create(Secret("builder"));
        await _plane.Quiet();
        await _plane.Delete<ServiceAccount>(_namespace, "builder");
        await _plane.Quiet();

        Assert.Null(await _plane.Get<Secret>(_namespace, "token"));
    }

    [Fact]
    public async Task Is_not_kept_for_an_account_that_is_not_there()
    {
        await _plane.Create(Secret("nobody"));
        await _plane.Quiet();

        Assert.Null(await _plane.Get<Secret>(_namespace, "token"));
    }

    [Fact]
    public async Task Is_forgotten_by_the_account_when_it_goes()
    {
        await _plane.Create(Secret("builder"));
        await _plane.Change<ServiceAccount>(_namespace, "builder", account => account with { Secrets = [new() { Name = "token" }, new() { Name = "other" }] });
        await _plane.Quiet();
        await _plane.Delete<Secret>(_namespace, "token");
        await _plane.Quiet();

        Assert.Equal("other", Assert.Single((await _plane.Get<ServiceAccount>(_namespace, "builder"))!.Secrets!).Name);
    }

    private Secret Secret(string account) => new()
    {
        Metadata = new() { Name = "token", Namespace = _namespace, Annotations = new Dictionary<string, string> { ["kubernetes.io/service-account.name"] = account } },
        Type = "kubernetes.io/service-account-token",
    };

    private async Task<TokenReviewStatus> Review(string token) => (await _plane.Create(new TokenReview { Spec = new() { Token = token } })).Status!;
}
