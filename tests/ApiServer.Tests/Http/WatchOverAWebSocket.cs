using System.Net.WebSockets;
using System.Text;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.TestKit.Servers;

namespace CloudletK8s.ApiServer.Tests.Http;

public sealed class WatchOverAWebSocket(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private readonly InProcessServer _server = fixture.Server;
    private readonly CancellationToken _soon = new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token;

    [Fact]
    public async Task Sends_each_event_as_a_text()
    {
        var maps = await Maps("a");
        using var socket = await Open($"{maps}?watch=true", socket => socket.Options.SetRequestHeader("Authorization", $"Bearer {InProcessServer.Token}"));

        Assert.Equal("ADDED a", Short(await Next(socket)));
        (await _server.Client.Post(maps, $$"""{"metadata":{"name":"large"},"data":{"text":"{{new string('x', 300_000)}}"} }""")).Expect(201);
        (await _server.Client.Patch($"{maps}/a", """{"data":{"k":"v"}}""")).Expect(200);
        (await _server.Client.Delete($"{maps}/a")).Expect(200);

        Assert.Equal("ADDED large", Short(await Next(socket)));
        Assert.Equal("MODIFIED a", Short(await Next(socket)));
        Assert.Equal("DELETED a", Short(await Next(socket)));
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, _soon);
        Assert.Equal(WebSocketCloseStatus.NormalClosure, socket.CloseStatus);
    }

    [Fact]
    public async Task Sends_protobuf_as_bytes_without_a_length()
    {
        var maps = await Maps("a");
        using var socket = await Open($"{maps}?watch=true", socket =>
        {
            socket.Options.SetRequestHeader("Authorization", $"Bearer {InProcessServer.Token}");
            socket.Options.SetRequestHeader("Accept", "application/vnd.kubernetes.protobuf;stream=watch");
        });

        var (type, bytes) = await Next(socket);

        Assert.Equal(WebSocketMessageType.Binary, type);
        Assert.Equal([0x0a, 5, .. "ADDED"u8], bytes[..7]); // Field 1 of a watch event.
    }

    [Fact]
    public async Task Takes_a_browsers_token_from_its_subprotocols_and_answers_with_the_other_one()
    {
        var maps = await Maps("a");
        var token = Convert.ToBase64String(Encoding.UTF8.GetBytes(InProcessServer.Token)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        using var socket = await Open($"{maps}?watch=true", socket =>
        {
            socket.Options.AddSubProtocol($"base64url.bearer.authorization.k8s.io.{token}");
            socket.Options.AddSubProtocol("base64.binary.k8s.io");
        });

        Assert.Equal("base64.binary.k8s.io", socket.SubProtocol);
        Assert.Equal("ADDED a", Short(await Next(socket)));
    }

    [Fact]
    public async Task Closes_when_its_time_is_over()
    {
        var maps = await Maps("a");
        using var socket = await Open(
            $"{maps}?watch=true&timeoutSeconds=1", socket => socket.Options.SetRequestHeader("Authorization", $"Bearer {InProcessServer.Token}"));

        Assert.Equal("ADDED a", Short(await Next(socket)));
        Assert.Equal(WebSocketMessageType.Close, (await Next(socket)).Type);
        Assert.Equal(WebSocketCloseStatus.NormalClosure, socket.CloseStatus);
    }

    [Fact]
    public async Task Is_refused_before_it_is_one()
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;

        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(Address("/api/v1/namespaces?watch=true"), _soon));

        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, socket.HttpStatusCode);
    }

    private async Task<string> Maps(string name)
    {
        var maps = $"/api/v1/namespaces/{await _server.Namespace()}/configmaps";
        (await _server.Client.Post(maps, $$"""{"metadata":{"name":"{{name}}"} }""")).Expect(201);
        return maps;
    }

    private Uri Address(string path) => new($"ws://127.0.0.1:{_server.Port}{path}");

    private async Task<ClientWebSocket> Open(string path, Action<ClientWebSocket> prepare)
    {
        var socket = new ClientWebSocket();
        prepare(socket);
        await socket.ConnectAsync(Address(path), _soon);
        return socket;
    }

    private async Task<(WebSocketMessageType Type, byte[] Bytes)> Next(ClientWebSocket socket)
    {
        using var message = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(), _soon);
            await message.WriteAsync(buffer.AsMemory(0, read.Count), _soon);
            if (read.EndOfMessage)
                return (read.MessageType, message.ToArray());
        }
    }

    private static string Short((WebSocketMessageType Type, byte[] Bytes) message)
    {
        Assert.Equal(WebSocketMessageType.Text, message.Type);
        var read = JsonTreeReader.ReadTrusted(message.Bytes);
        return $"{read.Text("type")} {read.Object("object", "metadata")!.Text("name")}";
    }
}
