namespace CloudletK8s.TestKit.Repository;

/// <summary>The folder with the solution, found from where the tests run.</summary>
public static class RepositoryRoot
{
    private const string Marker = "CloudletK8s.sln";

    public static string Path { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? directory)
    {
        while (directory is not null && !File.Exists(System.IO.Path.Combine(directory.FullName, Marker)))
            directory = directory.Parent;

        return directory?.FullName ?? throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} has {Marker}.");
    }
}
