using System.Globalization;
using CloudletK8s.Api.Apps.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Events;
using CloudletK8s.ControllerRuntime.Plans;

namespace CloudletK8s.Reconcilers.StatefulSets;

/// <summary>The claims of a set's pods. Who owns a claim says when it goes: with its pod, with the set, or never.</summary>
internal static class StatefulClaims
{
    private const string Delete = "Delete";

    public static string Name(StatefulSet set, PersistentVolumeClaim template, int ordinal) =>
        string.Create(CultureInfo.InvariantCulture, $"{template.Metadata!.Name}-{set.Metadata!.Name}-{ordinal}");

    /// <summary>Creates what is missing of a pod's claims.</summary>
    /// <returns>Null: a claim is still on its way out, and the pod has to wait for its successor.</returns>
    public static List<Write>? Missing(StatefulSetView view, int ordinal)
    {
        var set = view.Set;
        var writes = new List<Write>();
        foreach (var template in set.Spec!.VolumeClaimTemplates ?? [])
        {
            var name = Name(set, template, ordinal);
            if (view.ClaimNamed(name) is { } known)
            {
                if (known.Metadata!.DeletionTimestamp is not null)
                    return null;

                continue;
            }

            var labels = new Dictionary<string, string>(template.Metadata!.Labels ?? new Dictionary<string, string>(), StringComparer.Ordinal);
            foreach (var (key, value) in set.Spec.Selector?.MatchLabels ?? new Dictionary<string, string>())
                labels[key] = value;
            var claim = template with { Metadata = template.Metadata with { Name = name, Namespace = set.Metadata!.Namespace, Labels = labels }, Status = null };
            writes.Add(new Write.Create<PersistentVolumeClaim>(claim with { Metadata = claim.Metadata with { OwnerReferences = Owners(set, claim, null, ordinal) } })
            {
                Done = EventNote.Normal(set, "SuccessfulCreate", $"create Claim {name} Pod {Ordinals.PodName(set, ordinal)} in StatefulSet {set.Metadata.Name} success"),
                Refused = refusal => EventNote.Warning(
                    set, "FailedCreate", $"create Claim {name} for Pod {Ordinals.PodName(set, ordinal)} in StatefulSet {set.Metadata.Name} failed error: {refusal.Message}"),
            });
        }

        return writes;
    }

    /// <summary>A claim that belongs to an earlier pod of the name goes with that pod; the next pod must not start on it.</summary>
    public static bool AreStale(StatefulSetView view, int ordinal) =>
        view.Set.Spec!.PersistentVolumeClaimRetentionPolicy?.WhenScaled == Delete
        && Claims(view, ordinal).Any(claim => claim.Metadata!.OwnerReferences?.Any(
            owner => owner.Kind == "Pod" && owner.Name == Ordinals.PodName(view.Set, ordinal)) == true);

    /// <summary>Brings the owners of a pod's claims in line with the retention policy.</summary>
    public static IEnumerable<Write> Retain(StatefulSetView view, Pod pod, int ordinal)
    {
        foreach (var claim in Claims(view, ordinal))
        {
            var owners = Owners(view.Set, claim, pod, ordinal);
            if (claim.Metadata!.DeletionTimestamp is null && !AreSame(claim.Metadata.OwnerReferences ?? [], owners))
                yield return new Write.Update<PersistentVolumeClaim>(claim with { Metadata = claim.Metadata with { OwnerReferences = owners } });
        }
    }

    private static IEnumerable<PersistentVolumeClaim> Claims(StatefulSetView view, int ordinal) =>
        (view.Set.Spec!.VolumeClaimTemplates ?? []).Select(template => view.ClaimNamed(Name(view.Set, template, ordinal))).OfType<PersistentVolumeClaim>();

    private static List<OwnerReference> Owners(StatefulSet set, PersistentVolumeClaim claim, Pod? pod, int ordinal)
    {
        var others = (claim.Metadata!.OwnerReferences ?? [])
            .Where(owner => !IsRef(owner, "StatefulSet", set.Metadata!.Name) && !IsRef(owner, "Pod", Ordinals.PodName(set, ordinal))).ToList();
        var policy = set.Spec!.PersistentVolumeClaimRetentionPolicy;

        // A claim that somebody else manages is left to him.
        if (others.Any(owner => owner.Controller == true))
            return policy?.WhenDeleted == Delete || policy?.WhenScaled == Delete ? [.. claim.Metadata.OwnerReferences!] : others;

        if (policy?.WhenScaled == Delete && pod is not null && !Ordinals.IsInRange(set, ordinal))
            others.Add(OwnerReferences.ToController(pod));
        else if (policy?.WhenDeleted == Delete)
            others.Add(OwnerReferences.ToController(set));
        return others;
    }

    private static bool IsRef(OwnerReference owner, string kind, string? name) => owner.Kind == kind && owner.Name == name;

    private static bool AreSame(IReadOnlyList<OwnerReference> one, List<OwnerReference> other) =>
        one.Count == other.Count && one.All(owner => other.Any(twin => twin.Uid == owner.Uid && twin.Controller == owner.Controller));
}
