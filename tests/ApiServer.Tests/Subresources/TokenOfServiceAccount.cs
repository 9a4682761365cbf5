using CloudletK8s.ApiServer.Tests.Clusters;

namespace CloudletK8s.ApiServer.Tests.Subresources;

public sealed class TokenOfServiceAccount : IAsyncLifetime
{
    private const string Accounts = "/api/v1/namespaces/default/serviceaccounts";
    private TestCluster _cluster = null!;

    public async Task InitializeAsync()
    {
        _cluster = await TestCluster.Start();
        await _cluster.Create(Accounts, """{"metadata":{"name":"robot"} }""");
    }

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task Names_its_account_until_that_is_gone()
    {
        var token = await Token("{}");

        var status = await Review(token);
        Assert.True(status.Flag("authenticated"));
        Assert.Equal("system:serviceaccount:default:robot", status.Object("user")!.Text("username"));
        Assert.Contains("system:serviceaccounts:default", status.Object("user")!.List("groups")!.Texts());

        await _cluster.Delete($"{Accounts}/robot");
        Assert.Null((await Review(token)).Flag("authenticated"));
    }

    [Fact]
    public async Task Dies_with_the_pod_that_it_is_bound_to()
    {
        await _cluster.Create("/api/v1/namespaces/default/pods", TestCluster.Pod("p", ",\"serviceAccountName\":\"robot\""));
        var token = await Token("""{"boundObjectRef":{"kind":"Pod","apiVersion":"v1","name":"p"} }""");
        Assert.True((await Review(token)).Flag("authenticated"));

        await _cluster.Run("delete", "/api/v1/namespaces/default/pods/p", """{"gracePeriodSeconds":0}""", null);

        Assert.Null((await Review(token)).Flag("authenticated"));
    }

    [Fact]
    public async Task Is_none_when_a_letter_was_changed()
    {
        var token = await Token("{}");
        var middle = token.Length / 2;
        var changed = token[..middle] + (token[middle] == 'A' ? 'B' : 'A') + token[(middle + 1)..];

        Assert.Equal("invalid bearer token", (await Review(changed)).Text("error"));
    }

    [Fact]
    public async Task Is_good_for_its_audience_only()
    {
        var token = await Token("""{"audiences":["vault"]}""");

        Assert.Null((await Review(token)).Flag("authenticated"));
        Assert.True((await Review(token, ",\"audiences\":[\"vault\"]")).Flag("authenticated"));
    }

    [Fact]
    public async Task Must_last_ten_minutes_at_least()
    {
        var refused = await TestCluster.Refused(() => Token("""{"expirationSeconds":599}"""));

        Assert.Equal(422, refused.Code);
        Assert.Contains("may not specify a duration less than 10 minutes", refused.Message, StringComparison.Ordinal);
    }

    private async Task<string> Token(string spec) =>
        (await _cluster.Create($"{Accounts}/robot/token", $$"""{"spec":{{spec}}}""")).Object("status")!.Text("token")!;

    private async Task<Api.Trees.TreeObject> Review(string token, string more = "") => (await _cluster.Create(
        "/apis/authentication.k8s.io/v1/tokenreviews", $$"""{"spec":{"token":"{{token}}"{{more}} } }""")).Object("status")!;
}
