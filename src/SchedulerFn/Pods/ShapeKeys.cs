using CloudletK8s.Api.Core.V1;

namespace CloudletK8s.SchedulerFn.Pods;

/// <summary>The key of the shape that a pod has. What is not written here must not influence a placement.</summary>
internal static class ShapeKeys
{
    public static ShapeKey Of(ShapeWriter writer, Pod pod, PodRequests requests)
    {
        var spec = pod.Spec ?? new();
        writer.Text(pod.Metadata?.Namespace);
        writer.Map(pod.Metadata?.Labels);
        writer.Whole(spec.Priority ?? 0);
        writer.Text(spec.PreemptionPolicy);
        writer.Map(spec.NodeSelector);
        Write(writer, requests);
        Write(writer, spec.Affinity);
        Write(writer, spec.Tolerations);
        Write(writer, spec.TopologySpreadConstraints);
        Write(writer, ShapeParts.Ports(spec));
        writer.Texts(ShapeParts.Images(spec));
        Write(writer, ShapeParts.Volumes(pod));
        var owner = ShapeParts.Owner(pod);
        writer.Text(owner?.ApiVersion);
        writer.Text(owner?.Kind);
        writer.Text(owner?.Name);
        writer.Text(ShapeParts.Annotation(pod, EdgeNames.PinToSite));
        writer.Text(ShapeParts.Annotation(pod, EdgeNames.DataLocality));
        return writer.Finish();
    }

    private static void Write(ShapeWriter writer, PodRequests requests)
    {
        writer.Whole(requests.MilliCpu);
        writer.Whole(requests.Memory);
        writer.Whole(requests.EphemeralStorage);
        writer.Whole(requests.ScoredMilliCpu);
        writer.Whole(requests.ScoredMemory);
        writer.Whole(requests.Others.Count);
        foreach (var other in requests.Others)
        {
            writer.Text(other.Name);
            writer.Whole(other.Amount);
        }
    }

    private static void Write(ShapeWriter writer, Affinity? affinity)
    {
        writer.Flag(affinity is not null);
        if (affinity is null)
            return;

        var required = affinity.NodeAffinity?.RequiredDuringSchedulingIgnoredDuringExecution;
        writer.Whole(required is null ? -1 : required.NodeSelectorTerms?.Count ?? 0);
        foreach (var term in required?.NodeSelectorTerms ?? [])
            writer.Term(term);

        var preferred = affinity.NodeAffinity?.PreferredDuringSchedulingIgnoredDuringExecution ?? [];
        writer.Whole(preferred.Count);
        foreach (var term in preferred)
        {
            writer.Whole(term.Weight);
            writer.Term(term.Preference);
        }

        Write(writer, affinity.PodAffinity?.RequiredDuringSchedulingIgnoredDuringExecution, affinity.PodAffinity?.PreferredDuringSchedulingIgnoredDuringExecution);
        Write(writer, affinity.PodAntiAffinity?.RequiredDuringSchedulingIgnoredDuringExecution, affinity.PodAntiAffinity?.PreferredDuringSchedulingIgnoredDuringExecution);
    }

    private static void Write(ShapeWriter writer, IReadOnlyList<PodAffinityTerm>? required, IReadOnlyList<WeightedPodAffinityTerm>? preferred)
    {
        writer.Whole(required?.Count ?? 0);
        foreach (var term in required ?? [])
            writer.Term(term);
        writer.Whole(preferred?.Count ?? 0);
        foreach (var term in preferred ?? [])
        {
            writer.Whole(term.Weight);
            writer.Term(term.PodAffinityTerm);
        }
    }

    private static void Write(ShapeWriter writer, IReadOnlyList<Toleration>? tolerations)
    {
        writer.Whole(tolerations?.Count ?? 0);
        foreach (var toleration in tolerations ?? [])
        {
            writer.Text(toleration.Key);
            writer.Text(toleration.Operator);
            writer.Text(toleration.Value);
            writer.Text(toleration.Effect);
        }
    }

    private static void Write(ShapeWriter writer, IReadOnlyList<TopologySpreadConstraint>? constraints)
    {
        writer.Whole(constraints?.Count ?? 0);
        foreach (var constraint in constraints ?? [])
        {
            writer.Whole(constraint.MaxSkew);
            writer.Text(constraint.TopologyKey);
            writer.Text(constraint.WhenUnsatisfiable);
            writer.Selector(constraint.LabelSelector);
            writer.Whole(constraint.MinDomains ?? -1);
            writer.Text(constraint.NodeAffinityPolicy);
            writer.Text(constraint.NodeTaintsPolicy);
            writer.Texts(constraint.MatchLabelKeys);
        }
    }

    private static void Write(ShapeWriter writer, IReadOnlyList<HostPort> ports)
    {
        writer.Whole(ports.Count);
        foreach (var port in ports)
        {
            writer.Text(port.Address);
            writer.Text(port.Protocol);
            writer.Whole(port.Port);
        }
    }

    private static void Write(ShapeWriter writer, PodVolumes volumes)
    {
        writer.Whole(volumes.Claims.Count);
        foreach (var claim in volumes.Claims)
        {
            writer.Text(claim.Claim);
            writer.Text(claim.EphemeralOwner);
            writer.Text(claim.PodName);
        }

        writer.Whole(volumes.Disks.Count);
        foreach (var disk in volumes.Disks)
        {
            writer.Text(disk.Kind);
            writer.Text(disk.Identity);
            writer.Flag(disk.ReadOnly);
            writer.Texts(disk.Monitors);
        }
    }
}
