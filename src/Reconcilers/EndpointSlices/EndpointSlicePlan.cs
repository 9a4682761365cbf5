using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Discovery.V1;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Events;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.ControllerRuntime.Work;
using CloudletK8s.Reconcilers.Children;
using CloudletK8s.Reconcilers.ServicePods;

namespace CloudletK8s.Reconcilers.EndpointSlices;

internal static class EndpointSlicePlan
{
    public const int EndpointsPerSlice = 100;

    public static Plan Decide(EndpointSliceView view)
    {
        var service = view.Service;
        if (!service.Selects())
            return Plan.Nothing;

        var changes = new SliceChanges();
        var trigger = new TriggerTime();
        if (view.Slices.Count == 0)
            trigger.Add(service.Metadata!.CreationTimestamp);
        var families = Families(service);
        foreach (var family in families)
            new FamilySlices(view, family, changes).Decide(trigger);
        changes.Deletes.AddRange(view.Slices.Where(slice => !families.Contains(slice.AddressType)));
        changes.Recycle(slice => IsOwned(slice, service));
        return Result(view, changes, trigger);
    }

    public static bool IsOwned(EndpointSlice slice, Service service)
    {
        foreach (var owner in slice.Metadata?.OwnerReferences ?? [])
        {
            if (owner.Uid == service.Metadata!.Uid && owner is { Kind: "Service", ApiVersion: "v1" })
                return true;
        }

        return false;
    }

    /// <summary>An endpoint that moves is in two slices for a moment rather than in none: what is deleted goes last.</summary>
    private static Plan Result(EndpointSliceView view, SliceChanges changes, TriggerTime trigger)
    {
        var service = view.Service;
        var steps = new List<PlanStep>(3);
        if (changes.Creates.Count > 0 && service.Metadata!.DeletionTimestamp is null)
            steps.Add(new([.. changes.Creates.Zip(view.Names.Free(), (slice, name) => Make(view, slice, name, trigger))]) { SlowStart = true });
        if (changes.Updates.Count > 0)
            steps.Add(new([.. changes.Updates.Select(slice => Change(service, slice, trigger))]));
        if (changes.Deletes.Count > 0)
            steps.Add(new([.. changes.Deletes.Select(slice => new Write.Delete<EndpointSlice>(slice) { Settled = true })]));
        return steps.Count == 0 ? Plan.Nothing : new()
        {
            Steps = steps,
            WhenRefused = Refusals.Retry,
        };
    }

    private static Write Make(EndpointSliceView view, EndpointSlice slice, string name, TriggerTime trigger) => new Write.Create<EndpointSlice>(slice with
    {
        Metadata = slice.Metadata! with
        {
            Name = name,
            GenerateName = view.Names.Prefix,
            Annotations = trigger.In(null),
            OwnerReferences = [OwnerReferences.ToController(view.Service)],
        },
    })
    {
        Refused = refusal => refusal.IsNamespaceGoing() ? null : Failure(view.Service, $"failed to create EndpointSlice for Service {Name(view.Service)}: {refusal.Message}"),
    };

    private static Write Change(Service service, EndpointSlice slice, TriggerTime trigger) => new Write.Update<EndpointSlice>(slice with
    {
        Metadata = slice.Metadata! with { Annotations = trigger.In(slice.Metadata!.Annotations) },
    })
    {
        Refused = refusal => Failure(service, $"failed to update {slice.Metadata!.Name} EndpointSlice for Service {Name(service)}: {refusal.Message}"),
    };

    private static EventNote Failure(Service service, string message) => EventNote.Warning(
        service, "FailedToUpdateEndpointSlices", $"Error updating Endpoint Slices for Service {Name(service)}: {message}");

    private static string Name(Service service) => $"{service.Metadata!.Namespace}/{service.Metadata.Name}";

    private static IReadOnlyList<string> Families(Service service) => service.Spec!.IpFamilies is { Count: > 0 } families ? families
        : !service.HasClusterIP() ? [ServiceEndpointFacts.IPv4, ServiceEndpointFacts.IPv6]
        : [service.Spec.ClusterIP!.Contains(':') ? ServiceEndpointFacts.IPv6 : ServiceEndpointFacts.IPv4];
}
