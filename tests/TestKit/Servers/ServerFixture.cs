namespace CloudletK8s.TestKit.Servers;

/// <summary>One server for all tests of a class; each test takes a namespace of its own.</summary>
public sealed class ServerFixture : IAsyncLifetime
{
    public InProcessServer Server { get; private set; } = null!;

    public async Task InitializeAsync() => Server = await InProcessServer.Start();

    public async Task DisposeAsync() => await Server.DisposeAsync();
}
