using CloudletK8s.TestKit.Servers;

namespace CloudletK8s.Cloudlet.Tests.Kubectl;

/// <summary>One server for a class of tests; each test works in a namespace of its own.</summary>
public sealed class KubectlServer : IAsyncLifetime
{
    private readonly TestDirectory _homes = new();
    private CloudletProcess? _server;
    private int _count;

    internal CloudletProcess Process => _server!;

    public async Task InitializeAsync() => _server = await CloudletProcess.Start();

    public async Task DisposeAsync()
    {
        await Process.DisposeAsync();
        _homes.Dispose();
    }

    internal Task<KubectlSession> Session(string version) => Session(version, $"test-{Interlocked.Increment(ref _count)}");

    private async Task<KubectlSession> Session(string version, string space)
    {
        // The versions share no cache of what is served, as on different machines.
        var home = Directory.CreateDirectory(Path.Combine(_homes.Path, KubectlProgram.Name(version)));
        var session = new KubectlSession(KubectlProgram.Find(version)!, Process.Kubeconfig, home.FullName, space);
        await session.Run($"create namespace {space}");
        return session;
    }
}
