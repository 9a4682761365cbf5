using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Core.V1.Rules.Pods;

/// <summary>
/// Takes out of a pod spec what Kubernetes 1.32 does not have switched on, unless the older object has it already: devices
/// claimed by resource claims, image volumes, trust bundles, user namespaces, unmasked /proc, and two alpha policies.
/// In-place resize and resources of the pod as a whole are kept, since this server offers them.
/// </summary>
public static class PodFieldDrops
{
    /// <param name="spec">Of a pod or a template.</param>
    public static void Apply(TreeObject? spec, TreeObject? old)
    {
        if (spec is null)
            return;

        Drop(spec, old, "hostUsers");
        if (spec.Object("securityContext") is { } security)
        {
            Drop(security, old?.Object("securityContext"), "supplementalGroupsPolicy");
            Drop(security, old?.Object("securityContext"), "seLinuxChangePolicy");
        }

        if (spec.List("volumes") is { } volumes)
            DropVolumes(spec, volumes, old?.List("volumes"));

        var keepClaims = old?.Has("resourceClaims") == true;
        if (!keepClaims)
            spec.Remove("resourceClaims");
        DropInContainers(spec.List("containers"), keepClaims);
        DropInContainers(spec.List("initContainers"), keepClaims);
        DropInContainers(spec.List("ephemeralContainers"), keepClaims);
    }

    /// <summary>The same for a pod's status.</summary>
    public static void ApplyToStatus(TreeObject? status)
    {
        DropInStatuses(status?.List("containerStatuses"));
        DropInStatuses(status?.List("initContainerStatuses"));
        DropInStatuses(status?.List("ephemeralContainerStatuses"));
    }

    private static void Drop(TreeObject obj, TreeObject? old, string name)
    {
        if (old?.Has(name) != true)
            obj.Remove(name);
    }

    private static void DropInContainers(TreeList? containers, bool keepClaims)
    {
        for (var i = 0; i < containers?.Count; i++)
        {
            if (containers[i] is not TreeObject container)
                continue;

            if (!keepClaims)
                container.Object("resources")?.Remove("claims");

            // Kubernetes forces the default instead of removing the field, for the sake of objects of old releases.
            if (container.Object("securityContext") is { } security && security.Text("procMount") is not (null or "Default"))
                security.Set("procMount", "Default");
        }
    }

    private static void DropVolumes(TreeObject spec, TreeList volumes, TreeList? old)
    {
        var hadImages = old?.Objects().Any(static volume => volume.Has("image")) == true;
        var hadBundles = old?.Objects().Any(HasBundle) == true;
        var dropped = new HashSet<string>();
        for (var i = volumes.Count - 1; i >= 0; i--)
        {
            if (volumes[i] is not TreeObject volume)
                continue;

            if (!hadImages && volume.Has("image"))
            {
                dropped.Add(volume.Text("name") ?? "");
                volumes.RemoveAt(i);
            }
            else if (!hadBundles && HasBundle(volume))
            {
                foreach (var source in volume.Object("projected")!.List("sources")!.Objects())
                    source.Remove("clusterTrustBundle");
            }
        }

        if (dropped.Count == 0)
            return;

        if (volumes.Count == 0)
            spec.Remove("volumes");
        DropMounts(spec.List("containers"), dropped);
        DropMounts(spec.List("initContainers"), dropped);
        DropMounts(spec.List("ephemeralContainers"), dropped);
    }

    private static bool HasBundle(TreeObject volume)
    {
        var sources = volume.Object("projected")?.List("sources");
        for (var i = 0; i < sources?.Count; i++)
        {
            if (sources[i] is TreeObject source && source.Has("clusterTrustBundle"))
                return true;
        }

        return false;
    }

    private static void DropMounts(TreeList? containers, HashSet<string> volumes)
    {
        foreach (var container in containers?.Objects() ?? [])
        {
            var mounts = container.List("volumeMounts");
            mounts?.RemoveAll(mount => mount is TreeObject place && volumes.Contains(place.Text("name") ?? ""));
            if (mounts?.Count == 0)
                container.Remove("volumeMounts");
        }
    }

    private static void DropInStatuses(TreeList? statuses)
    {
        for (var i = 0; i < statuses?.Count; i++)
        {
            (statuses[i] as TreeObject)?.Remove("allocatedResourcesStatus");
            (statuses[i] as TreeObject)?.Remove("user");
        }
    }
}
