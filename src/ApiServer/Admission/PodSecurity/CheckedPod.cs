using CloudletK8s.Api.Trees;

namespace CloudletK8s.ApiServer.Admission.PodSecurity;

/// <summary>A pod as the checks see it: its containers of all kinds, and their names in sentences.</summary>
internal sealed class CheckedPod
{
    public CheckedPod(TreeObject? metadata, TreeObject spec)
    {
        Annotations = metadata?.Object("annotations") ?? [];
        Spec = spec;
        Security = spec.Object("securityContext") ?? [];
        Containers =
        [
            .. spec.List("initContainers")?.Objects() ?? [],
            .. spec.List("containers")?.Objects() ?? [],
            .. spec.List("ephemeralContainers")?.Objects() ?? [],
        ];
    }

    public TreeObject Annotations { get; }

    public TreeObject Spec { get; }

    public TreeObject Security { get; }

    public IReadOnlyList<TreeObject> Containers { get; }

    public bool IsWindows => Spec.Object("os")?.Text("name") == "windows";

    public IReadOnlyList<TreeObject> Volumes => [.. Spec.List("volumes")?.Objects() ?? []];

    public List<string> NamesWhere(Func<TreeObject, bool> condition) =>
        [.. Containers.Where(container => condition(container.Object("securityContext") ?? [])).Select(Name)];

    public static string Name(TreeObject named) => named.Text("name") ?? "";

    public static string Quoted(IEnumerable<string> texts) => string.Join(", ", texts.Select(text => $"\"{text}\""));

    /// <summary>container "a", or containers "a", "b".</summary>
    public static string Say(string noun, IReadOnlyList<string> names) => $"{noun}{(names.Count == 1 ? "" : "s")} {Quoted(names)}";
}
