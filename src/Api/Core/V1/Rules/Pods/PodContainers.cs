using CloudletK8s.Api.Rules;

namespace CloudletK8s.Api.Core.V1.Rules.Pods;

/// <summary>Walks over all containers of a pod: init containers first, then the main ones, then the ephemeral.</summary>
internal static class PodContainers
{
    public static IEnumerable<(SecurityContext? Security, Place At)> SecurityContexts(PodSpec spec, FieldPath path)
    {
        for (var i = 0; i < spec.InitContainers?.Count; i++)
            yield return (spec.InitContainers[i].SecurityContext, new(spec.InitContainers[i].Name ?? "", path, "initContainers", i));
        for (var i = 0; i < spec.Containers?.Count; i++)
            yield return (spec.Containers[i].SecurityContext, new(spec.Containers[i].Name ?? "", path, "containers", i));
        for (var i = 0; i < spec.EphemeralContainers?.Count; i++)
            yield return (spec.EphemeralContainers[i].SecurityContext, new(spec.EphemeralContainers[i].Name ?? "", path, "ephemeralContainers", i));
    }

    public static bool Has(PodSpec spec, string name)
    {
        foreach (var container in spec.InitContainers ?? [])
        {
            if (container.Name == name)
                return true;
        }

        foreach (var container in spec.Containers ?? [])
        {
            if (container.Name == name)
                return true;
        }

        foreach (var container in spec.EphemeralContainers ?? [])
        {
            if (container.Name == name)
                return true;
        }

        return false;
    }

    /// <summary>Where a container stands; its path is made only when it is needed.</summary>
    public readonly record struct Place(string Name, FieldPath Spec, string List, int Index)
    {
        public FieldPath Path() => Spec.Child(List).Index(Index);
    }
}
