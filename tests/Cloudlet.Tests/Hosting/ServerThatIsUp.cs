using System.Net;
using CloudletK8s.TestKit.Servers;

namespace CloudletK8s.Cloudlet.Tests.Hosting;

public sealed class ServerThatIsUp : IAsyncLifetime
{
    private CloudletProcess _server = null!;

    public async Task InitializeAsync() => _server = await CloudletProcess.Start(arguments: ["--store", "memory"]);

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Answers_the_administrators_token_over_http_1_and_2()
    {
        foreach (var version in new[] { HttpVersion.Version11, HttpVersion.Version20 })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "api/v1/namespaces")
            {
                Version = version,
                VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            };
            using var response = await _server.Client.SendAsync(request);

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(version, response.Version);
            Assert.Contains("NamespaceList", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Keeps_what_is_secret_from_others()
    {
        const UnixFileMode onlyOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(_server.Data, "pki")).Append(_server.Kubeconfig).Append(Path.Combine(_server.Data, "admin-token")))
            Assert.Equal(onlyOwner, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task Refuses_a_second_server_on_its_data_in_one_line()
    {
        await using var second = ServerProcess.Start(
            BuiltProgram.Of("Cloudlet"), ["up", "--data", _server.Data, "--port", "0", "--store", "memory", "--no-node"]);

        Assert.Equal(2, await second.WaitForEnd());
        Assert.Matches("^cloudlet: The data directory .* is in use by process[^\n]*$", second.Errors);
        Assert.Empty(second.Output);
    }

    [Fact]
    public async Task Refuses_its_port_to_another_server()
    {
        using var other = new TestDirectory();
        await using var second = ServerProcess.Start(
            BuiltProgram.Of("Cloudlet"),
            ["up", "--data", other.Path, "--port", $"{_server.Url.Port}", "--store", "memory", "--no-node"]);

        Assert.Equal(2, await second.WaitForEnd());
        Assert.Matches($"^cloudlet: port {_server.Url.Port} on 127.0.0.1 is in use[^\n]*$", second.Errors);
    }
}
