using Azure.Core;
using CloudletK8s.Store.AzureTables;
using CloudletK8s.Store.Tables;

namespace CloudletK8s.Store.Tests.Tables;

/// <summary>What the service does and the emulator never does.</summary>
public sealed class AzureServiceAnswers
{
    private const string Entity =
        """{"odata.etag":"W/\"datetime'1'\"","PartitionKey":"p","RowKey":"b","V00@odata.type":"Edm.Binary","V00":"aGk=","Timestamp":"2026-01-01T00:00:00Z"}""";

    private static readonly Uri Endpoint = new("https://example.table.core.windows.net/");

    private readonly ScriptedNetwork _network = new();

    [Fact]
    public async Task Empty_pages_that_name_a_continuation_are_followed()
    {
        _network.Answer("""{"value":[]}""", ("x-ms-continuation-NextPartitionKey", "1!4!cA--"), ("x-ms-continuation-NextRowKey", "1!4!YQ=="));
        _network.Answer("""{"value":[]}""", ("x-ms-continuation-NextPartitionKey", "1!4!cA--"));
        _network.Answer($$"""{"odata.metadata":"x","value":[{{Entity}}]}""", ("x-ms-continuation-NextPartitionKey", "1!4!cQ--"));
        await using var store = Open();

        var page = await store.Query("p", new RowRange("a", "c"), 10, default);

        Assert.Equal("b", Assert.Single(page.Rows).Row);
        Assert.Equal("b\0", page.NextRow);
        var queries = _network.Requests.Select(static request => request.RequestUri!.Query).ToList();
        Assert.EndsWith("&NextPartitionKey=1%214%21cA--&NextRowKey=1%214%21YQ%3D%3D", queries[1]);
        Assert.EndsWith("&NextPartitionKey=1%214%21cA--", queries[2]);
        Assert.StartsWith(queries[0], queries[1]);
    }

    [Fact]
    public async Task The_next_page_starts_after_the_last_row()
    {
        _network.Answer("""{"value":[]}""");
        await using var store = Open();

        Assert.Null((await store.Query("p", new RowRange("b\0", "c"), 10, default)).NextRow);

        Assert.Contains(
            "PartitionKey eq 'p' and RowKey gt 'b' and RowKey lt 'c'",
            Uri.UnescapeDataString(Assert.Single(_network.Requests).RequestUri!.Query));
    }

    [Fact]
    public async Task Requests_carry_the_identitys_token_for_storage()
    {
        _network.Answer(Entity);
        await using var store = Open();

        Assert.Equal("hi"u8.ToArray(), (await store.Get("p", "b", default))?.Value.ToArray());

        Assert.Equal("Bearer https://storage.azure.com/.default", Assert.Single(_network.Requests).Headers.Authorization?.ToString());
    }

    [Fact]
    public async Task A_row_that_was_damaged_is_an_error()
    {
        _network.Answer(Entity.Replace("\"V00\":", "\"U\":5,\"V00\":"));
        await using var store = Open();

        await Assert.ThrowsAsync<InvalidDataException>(async () => await store.Get("p", "b", default));
    }

    private AzureTableStore Open() => AzureTableStore.Open(TableAccount.Of(Endpoint, new ScopeAsToken()), "table", _ => _network);

    private sealed class ScopeAsToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(Assert.Single(requestContext.Scopes), DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
