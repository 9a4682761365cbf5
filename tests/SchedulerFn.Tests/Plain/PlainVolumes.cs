using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Values;

namespace CloudletK8s.SchedulerFn.Tests.Plain;

/// <summary>Bound claims, claims that wait for their first pod (from volumes that exist), and limits of drivers.</summary>
internal static class PlainVolumes
{
    public static IEnumerable<PersistentVolumeClaim> ClaimsOf(PlainCluster cluster, Pod pod) => (pod.Spec!.Volumes ?? [])
        .Where(volume => volume.PersistentVolumeClaim is not null && pod.Metadata!.Namespace == "default")
        .Select(volume => cluster.Claims.Find(claim => claim.Metadata!.Name == volume.PersistentVolumeClaim!.ClaimName))
        .OfType<PersistentVolumeClaim>();

    public static PlainAnswer? Limits(PlainCluster cluster, Pod pod, Node node)
    {
        var attached = cluster.On(node).SelectMany(other => DriverVolumes(cluster, other)).Distinct().ToList();
        var news = DriverVolumes(cluster, pod).Distinct().Except(attached).ToList();
        foreach (var driver in cluster.CsiNodes.Find(one => one.Metadata!.Name == node.Metadata!.Name)?.Spec!.Drivers ?? [])
        {
            var more = news.Count(volume => volume.Driver == driver.Name);
            if (driver.Allocatable?.Count is { } limit && more > 0 && attached.Count(volume => volume.Driver == driver.Name) + more > limit)
                return new("NodeVolumeLimits", "node(s) exceed max volume count", true);
        }

        return null;
    }

    public static PlainAnswer? Binding(PlainCluster cluster, Pod pod, Node node)
    {
        var reasons = new List<string>();
        var claims = ClaimsOf(cluster, pod).ToList();
        if (claims.Exists(claim => Bound(cluster, claim) is { } volume && !Reaches(volume, node)))
            reasons.Add("node(s) had volume node affinity conflict");

        var taken = new List<PersistentVolume>();
        foreach (var claim in claims.Where(claim => Bound(cluster, claim) is null).OrderBy(Size))
        {
            var fitting = cluster.Volumes
                .Where(volume => volume.Spec!.ClaimRef is null && volume.Spec.StorageClassName == claim.Spec!.StorageClassName && Capacity(volume) >= Size(claim)
                    && Reaches(volume, node) && !taken.Contains(volume))
                .OrderBy(Capacity).ThenBy(volume => volume.Metadata!.Name, StringComparer.Ordinal).FirstOrDefault();
            if (fitting is not null)
                taken.Add(fitting);
            else if (cluster.Classes.Find(one => one.Metadata!.Name == claim.Spec!.StorageClassName) is not { Provisioner: not "kubernetes.io/no-provisioner" } made
                || (made.AllowedTopologies is { } zones && !zones[0].MatchLabelExpressions![0].Values!.Contains(PlainRules.Label(node, "topology.kubernetes.io/zone"))))
                return new("VolumeBinding", [.. reasons, "node(s) didn't find available persistent volumes to bind"], false);
        }

        return reasons.Count == 0 ? null : new("VolumeBinding", reasons, false);
    }

    public static PlainAnswer? Zone(PlainCluster cluster, Pod pod, Node node)
    {
        var here = PlainRules.Label(node, "topology.kubernetes.io/zone");
        return here is not null && ClaimsOf(cluster, pod).Any(claim => Bound(cluster, claim)?.Metadata!.Labels!.GetValueOrDefault("topology.kubernetes.io/zone") is { } zone && zone != here)
            ? new("VolumeZone", "node(s) had no available volume zone", false)
            : null;
    }

    /// <summary>For the score of data locality: how many bound volumes stand at the node's site.</summary>
    public static (int Here, int All) Sites(PlainCluster cluster, Pod pod, Node node)
    {
        var bound = ClaimsOf(cluster, pod).Select(claim => Bound(cluster, claim)).OfType<PersistentVolume>().ToList();
        var sites = bound.Select(volume => volume.Metadata!.Labels!.GetValueOrDefault("cloudlet.dev/site") ?? volume.Metadata.Labels!.GetValueOrDefault("topology.kubernetes.io/zone"));
        return (sites.Count(site => site is not null && (site == PlainRules.Label(node, "cloudlet.dev/site") || site == PlainRules.Label(node, "topology.kubernetes.io/zone"))), bound.Count);
    }

    private static IEnumerable<(string Driver, string Volume)> DriverVolumes(PlainCluster cluster, Pod pod)
    {
        foreach (var claim in ClaimsOf(cluster, pod))
        {
            if (Bound(cluster, claim) is { } volume)
            {
                if (volume.Spec!.Csi is { } csi)
                    yield return (csi.Driver!, csi.VolumeHandle!);
            }
            else if (cluster.Classes.Find(one => one.Metadata!.Name == claim.Spec!.StorageClassName)?.Provisioner is { } driver)
            {
                yield return (driver, $"claim {claim.Metadata!.Name}");
            }
        }
    }

    private static PersistentVolume? Bound(PlainCluster cluster, PersistentVolumeClaim claim) =>
        cluster.Volumes.Find(volume => volume.Metadata!.Name == claim.Spec!.VolumeName);

    private static bool Reaches(PersistentVolume volume, Node node) =>
        volume.Spec!.NodeAffinity?.Required is not { } required || required.NodeSelectorTerms!.Any(term => PlainRules.Matches(term, node));

    private static Quantity Size(PersistentVolumeClaim claim) => claim.Spec!.Resources!.Requests!["storage"];

    private static Quantity Capacity(PersistentVolume volume) => volume.Spec!.Capacity!["storage"];
}
