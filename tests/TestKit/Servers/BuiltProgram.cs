using CloudletK8s.TestKit.Repository;

namespace CloudletK8s.TestKit.Servers;

/// <summary>Finds the executables of the build that the tests are part of.</summary>
public static class BuiltProgram
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    /// <summary>A test project that uses an executable must reference its project, so that it is there and up to date.</summary>
    public static string Of(string project)
    {
        var file = Path.Combine(RepositoryRoot.Path, "src", project, "bin", Configuration, "net10.0", $"CloudletK8s.{project}");
        return File.Exists(file) ? file : throw new FileNotFoundException($"Build src/{project} first ({Configuration}).", file);
    }
}
