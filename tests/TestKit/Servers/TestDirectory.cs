namespace CloudletK8s.TestKit.Servers;

/// <summary>A new empty directory, removed when disposed.</summary>
public sealed class TestDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("cloudlet-test-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
