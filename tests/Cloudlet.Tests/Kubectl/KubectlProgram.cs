namespace CloudletK8s.Cloudlet.Tests.Kubectl;

/// <summary>Where the versions of kubectl are.</summary>
internal static class KubectlProgram
{
    public static string Name(string version) => version.Length == 0 ? "kubectl" : $"kubectl.{version}";

    /// <param name="version">Such as "1.33"; empty for the one on the PATH.</param>
    public static string? Find(string version)
    {
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(directory => Path.Combine(directory, "kubectl"))
            .FirstOrDefault(File.Exists);
        if (version.Length == 0 || onPath is null)
            return version.Length == 0 ? onPath : null;

        var program = new FileInfo(onPath).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? onPath;
        var beside = Path.Combine(Path.GetDirectoryName(program)!, Name(version));
        return File.Exists(beside) ? beside : null;
    }
}
