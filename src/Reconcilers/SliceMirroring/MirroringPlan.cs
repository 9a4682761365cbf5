using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Discovery.V1;
using CloudletK8s.Api.Records;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Events;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.ControllerRuntime.Work;
using CloudletK8s.Reconcilers.Children;
using CloudletK8s.Reconcilers.EndpointSlices;
using CloudletK8s.Reconcilers.ServicePods;

namespace CloudletK8s.Reconcilers.SliceMirroring;

internal static class MirroringPlan
{
    private const string SkipLabel = "endpointslice.kubernetes.io/skip-mirror";
    private const string LeaderAnnotation = "control-plane.alpha.kubernetes.io/leader";
    private const string LastAppliedAnnotation = "kubectl.kubernetes.io/last-applied-configuration";

    public static Plan Decide(MirroringView view)
    {
        if (view.Endpoints is not { } endpoints || !IsMirrored(endpoints, view.Service))
            return Plan.Of([.. view.Slices.Select(Delete)]);

        var subsets = MirroredSubsets.Of(endpoints);
        var changes = new SliceChanges();
        var left = view.Slices.ToLookup(static slice => (slice.AddressType ?? "", SlicePorts.Key(slice.Ports)));
        foreach (var (key, group) in subsets.Groups)
            Decide(endpoints, key.Family, group, [.. left[key]], changes);
        changes.Deletes.AddRange(view.Slices.Where(slice => !subsets.Groups.ContainsKey((slice.AddressType ?? "", SlicePorts.Key(slice.Ports)))));
        changes.Recycle(static _ => true);
        return Result(view, endpoints, changes, subsets);
    }

    private static bool IsMirrored(Endpoints endpoints, Service? service) =>
        endpoints.Metadata?.Labels?.GetValueOrDefault(SkipLabel) != "true"
        && endpoints.Metadata?.Annotations?.ContainsKey(LeaderAnnotation) != true
        && service is not null && service.Spec?.Selector is not { Count: > 0 };

    /// <summary>One slice holds one subset: the first that exists is kept, others go.</summary>
    private static void Decide(Endpoints endpoints, string family, SliceGroup group, List<EndpointSlice> existing, SliceChanges changes)
    {
        changes.Deletes.AddRange(existing.Skip(1));
        var metadata = (existing.Count > 0 ? existing[0].Metadata! : new() { Namespace = endpoints.Metadata!.Namespace }) with
        {
            Labels = Labels(endpoints),
            Annotations = Annotations(endpoints),
            OwnerReferences = [OwnerReferences.ToController(endpoints)],
        };
        var wanted = new EndpointSlice { Metadata = metadata, AddressType = family, Ports = group.Ports, Endpoints = [.. group.Endpoints.Values] };
        if (existing.Count == 0)
            changes.Creates.Add(wanted);
        else if (!RecordBinder.Same(existing[0], wanted))
            changes.Updates.Add(wanted);
    }

    private static Plan Result(MirroringView view, Endpoints endpoints, SliceChanges changes, MirroredSubsets subsets)
    {
        var steps = new List<PlanStep>(3);
        if (changes.Creates.Count > 0 && endpoints.Metadata!.DeletionTimestamp is null)
            steps.Add(new([.. changes.Creates.Zip(view.Names.Free(), (slice, name) => Make(view, endpoints, slice, name))]));
        if (changes.Updates.Count > 0)
            steps.Add(new([.. changes.Updates.Select(slice => new Write.Update<EndpointSlice>(slice) { Refused = refusal => Failure(endpoints, refusal.Message) })]));
        if (changes.Deletes.Count > 0)
            steps.Add(new([.. changes.Deletes.Select(Delete)]));

        // What could not be mirrored is told whenever something was, not at every look.
        return steps.Count == 0 ? Plan.Nothing : new()
        {
            Steps = steps,
            Events = [.. subsets.Complaints.Select(complaint => EventNote.Warning(endpoints, complaint.Reason, complaint.Message))],
            WhenRefused = Refusals.Retry,
        };
    }

    private static Write Make(MirroringView view, Endpoints endpoints, EndpointSlice slice, string name) => new Write.Create<EndpointSlice>(
        slice with { Metadata = slice.Metadata! with { Name = name, GenerateName = view.Names.Prefix } })
    {
        Refused = refusal => refusal.IsNamespaceGoing() ? null : Failure(endpoints, refusal.Message),
    };

    private static Write Delete(EndpointSlice slice) => new Write.Delete<EndpointSlice>(slice) { Settled = true };

    private static EventNote Failure(Endpoints endpoints, string? message) => EventNote.Warning(
        endpoints, "FailedToUpdateEndpointSlices",
        $"Error updating mirrored EndpointSlices for Endpoints {endpoints.Metadata!.Namespace}/{endpoints.Metadata.Name}: {message}");

    private static Dictionary<string, string> Labels(Endpoints endpoints) => new(endpoints.Metadata!.Labels ?? new Dictionary<string, string>())
    {
        [SliceIndexes.ServiceNameLabel] = endpoints.Metadata.Name!,
        [SliceIndexes.ManagedByLabel] = SliceMirroringController.Manager,
    };

    private static Dictionary<string, string> Annotations(Endpoints endpoints)
    {
        var annotations = new Dictionary<string, string>(endpoints.Metadata!.Annotations ?? new Dictionary<string, string>());
        annotations.Remove(LastAppliedAnnotation);
        annotations.Remove(ServiceEndpointFacts.LastChangeAnnotation);
        return annotations;
    }
}
