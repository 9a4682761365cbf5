using CloudletK8s.ApiServer.Hosting;
using CloudletK8s.TestKit.Servers;

namespace CloudletK8s.ApiServer.Tests.BadInput;

public sealed class ConnectionThatBreaks
{
    private const string Maps = "/api/v1/namespaces/default/configmaps";
    private const string Body = """{"metadata":{"name":"half"},"data":{"a":"b"}}""";

    /// <summary>Kestrel looks at rates once a second, and not at all within the grace period.</summary>
    private static readonly HttpLimits Impatient = new()
    {
        BytesPerSecond = 10_000,
        BytesPerSecondGrace = TimeSpan.FromSeconds(1.1),
        RequestHeadersTimeout = TimeSpan.FromSeconds(1),
    };

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(20)]
    public async Task Within_a_body_writes_nothing(int sent)
    {
        await using var server = await InProcessServer.Start();
        using (var connection = await RawConnection.Open(server.Port))
        {
            await connection.Send(Head(Body.Length) + Body[..sent]);
            connection.EndSending();

            var answer = await connection.ReadToEnd();
            Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 400 ", StringComparison.Ordinal), answer);
        }

        Assert.Equal(404, (await server.Client.Get($"{Maps}/half")).Code);
        Assert.True(server.Failures.Length == 0, server.Failures);
    }

    [Fact]
    public async Task That_sends_its_body_too_slowly_is_timed_out()
    {
        await using var server = await InProcessServer.Start(Impatient);
        using var connection = await RawConnection.Open(server.Port);

        await connection.Send(Head(Body.Length) + Body[..^1]);

        var answer = await connection.ReadToEnd();
        Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal);
        Assert.Contains("\"kind\":\"Status\"", answer, StringComparison.Ordinal);
        Assert.Single(server.Log, line => line.Contains("refused with 408", StringComparison.Ordinal));
        Assert.Equal(404, (await server.Client.Get($"{Maps}/half")).Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("GET /api")]
    [InlineData("GET /api/v1/pods HTTP/1.1\r\nHost: x\r\nAuthor")]
    public async Task That_never_finishes_its_head_is_closed(string head)
    {
        await using var server = await InProcessServer.Start(Impatient with { KeepAliveTimeout = TimeSpan.FromSeconds(1) });
        using var connection = await RawConnection.Open(server.Port);

        await connection.Send(head);

        var answer = await connection.ReadToEnd();
        Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 408 ", StringComparison.Ordinal), answer);
    }

    [Theory]
    [InlineData("nonsense\r\n\r\n", 400)]
    [InlineData("GET /api/v1/pods HTTP/1.1\r\n\r\n", 400)]
    [InlineData("GET /api/v1/%zz%00 HTTP/1.1\r\nHost: x\r\n\r\n", 400)]
    [InlineData("POST /api/v1/namespaces HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", 400)]
    [InlineData("POST /api/v1/namespaces HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n", 401)]
    public async Task That_speaks_no_HTTP_is_told_so(string request, int code)
    {
        await using var server = await InProcessServer.Start();
        using var connection = await RawConnection.Open(server.Port);

        await connection.Send(request);

        Assert.StartsWith($"HTTP/1.1 {code} ", await connection.ReadToEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_broken_chunks_is_refused_and_writes_nothing()
    {
        await using var server = await InProcessServer.Start();
        using var connection = await RawConnection.Open(server.Port);

        await connection.Send(
            $"POST {Maps} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {InProcessServer.Token}\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{Body[..5]}\r\nzz\r\n");

        Assert.StartsWith("HTTP/1.1 400 ", await connection.ReadToEnd(), StringComparison.Ordinal);
        Assert.Equal(404, (await server.Client.Get($"{Maps}/half")).Code);
    }

    [Fact]
    public async Task Within_a_watch_frees_the_server_for_others()
    {
        await using var server = await InProcessServer.Start();
        for (var i = 0; i < 20; i++)
        {
            using var watch = await server.Client.Watch($"{Maps}?watch=true");
            Assert.Equal(200, watch.Code);
        }

        Assert.Equal(201, (await server.Client.Post(Maps, Body)).Code);
        Assert.True(server.Failures.Length == 0, server.Failures);
    }

    private static string Head(int length) =>
        $"POST {Maps} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {InProcessServer.Token}\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n";
}
