using System.Diagnostics;
using CloudletK8s.TestKit.Servers;

namespace CloudletK8s.Cloudlet.Tests.Hosting;

public sealed class ServerThatIsToldToEnd
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ends_cleanly_within_two_seconds(bool byInterrupt)
    {
        await using var server = await CloudletProcess.Start(arguments: ["--store", "memory"]);
        (await server.Client.GetAsync(new Uri("api/v1/namespaces", UriKind.Relative))).EnsureSuccessStatusCode();

        var watch = Stopwatch.StartNew();
        var code = await (byInterrupt ? server.Interrupt() : server.Terminate());

        Assert.Equal(0, code);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Keeps_its_certificates_and_token_for_the_next_start_also_after_a_kill()
    {
        using var data = new TestDirectory();
        await using var first = await CloudletProcess.Start(data.Path, ["--store", "memory"]);
        var token = first.Token;
        var authority = await File.ReadAllTextAsync(Path.Combine(data.Path, "pki", "ca.crt"));
        await first.Kill();

        await using var second = await CloudletProcess.Start(data.Path, ["--store", "memory"]);

        Assert.Equal(token, second.Token);
        Assert.Equal(authority, await File.ReadAllTextAsync(Path.Combine(data.Path, "pki", "ca.crt")));
        Assert.Contains(second.Url.GetLeftPart(UriPartial.Authority), await File.ReadAllTextAsync(second.Kubeconfig), StringComparison.Ordinal);
    }
}
