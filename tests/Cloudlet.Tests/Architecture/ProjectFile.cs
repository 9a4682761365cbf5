using System.Xml.Linq;
using CloudletK8s.TestKit.Repository;

namespace CloudletK8s.Cloudlet.Tests.Architecture;

/// <summary>What a project under src says it depends on.</summary>
internal sealed record ProjectFile(string Name, IReadOnlyList<string> Projects, IReadOnlyList<string> Packages, bool UsesAspNetCore)
{
    public static IReadOnlyList<ProjectFile> All { get; } = Directory
        .EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src"), "*.csproj", SearchOption.AllDirectories)
        .Select(Read)
        .OrderBy(project => project.Name, StringComparer.Ordinal)
        .ToArray();

    private static ProjectFile Read(string file)
    {
        var document = XDocument.Load(file);
        var root = document.Root!;
        return new ProjectFile(
            Path.GetFileNameWithoutExtension(file),
            Includes(root, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))).ToArray(),
            Includes(root, "PackageReference").ToArray(),
            Includes(root, "FrameworkReference").Contains("Microsoft.AspNetCore.App") || root.Attribute("Sdk")?.Value == "Microsoft.NET.Sdk.Web");
    }

    private static IEnumerable<string> Includes(XElement root, string element) =>
        root.Descendants(element).Select(reference => reference.Attribute("Include")!.Value);
}
