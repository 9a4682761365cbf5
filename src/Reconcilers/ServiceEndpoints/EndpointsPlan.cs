using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Records;
using CloudletK8s.ControllerRuntime.Events;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.ControllerRuntime.Work;
using CloudletK8s.Reconcilers.Children;
using CloudletK8s.Reconcilers.ServicePods;

namespace CloudletK8s.Reconcilers.ServiceEndpoints;

internal static class EndpointsPlan
{
    /// <summary>What somebody holds who elects a leader by Endpoints: nothing of ours.</summary>
    private const string LeaderAnnotation = "control-plane.alpha.kubernetes.io/leader";

    private const string OverCapacityAnnotation = "endpoints.kubernetes.io/over-capacity";

    public static Plan Decide(EndpointsView view)
    {
        if (view.Service is not { } service)
        {
            return view.Current is { } left && left.Metadata!.Annotations?.ContainsKey(LeaderAnnotation) != true
                ? Plan.Of(new Write.Delete<Endpoints>(left) { Settled = true })
                : Plan.Nothing;
        }

        if (!service.Selects())
            return Plan.Nothing;

        var addresses = ServiceAddresses.Of(service, view.Pods);
        var subsets = AddressSubsets.Pack(addresses);
        var isCut = CapacityCut.Apply(subsets);
        var current = view.Current ?? new Endpoints { Metadata = new() { Name = service.Metadata!.Name, Namespace = service.Metadata.Namespace } };
        var wanted = current with
        {
            Metadata = current.Metadata! with { Labels = Labels(service), Annotations = Marked(current.Metadata.Annotations, isCut) },
            Subsets = subsets,
        };
        if (view.Current is not null && RecordBinder.Same(current, wanted))
            return Plan.Nothing;

        var trigger = new TriggerTime();
        if (view.Current is null)
            trigger.Add(service.Metadata!.CreationTimestamp);
        AddressChanges.Tell(current, addresses, trigger);
        wanted = wanted with { Metadata = wanted.Metadata! with { Annotations = trigger.In(wanted.Metadata!.Annotations) } };
        return new()
        {
            Steps = [PlanStep.Of(view.Current is null ? Make(service, wanted) : Change(service, wanted))],
            WhenRefused = Refusals.Retry,
        };
    }

    private static Write Make(Service service, Endpoints wanted) => new Write.Create<Endpoints>(wanted)
    {
        Refused = refusal => refusal.IsNamespaceGoing() ? null : EventNote.Warning(
            wanted, "FailedToCreateEndpoint", $"Failed to create endpoint for service {Name(service.Metadata!)}: {refusal.Message}"),
    };

    private static Write Change(Service service, Endpoints wanted) => new Write.Update<Endpoints>(wanted)
    {
        Refused = refusal => EventNote.Warning(
            wanted, "FailedToUpdateEndpoint", $"Failed to update endpoint {Name(service.Metadata!)}: {refusal.Message}"),
    };

    private static string Name(ObjectMeta metadata) => $"{metadata.Namespace}/{metadata.Name}";

    private static IReadOnlyDictionary<string, string>? Labels(Service service)
    {
        var labels = service.Metadata!.Labels;
        if (service.HasClusterIP() && labels?.ContainsKey(ServiceEndpointFacts.HeadlessLabel) != true)
            return labels;

        var changed = new Dictionary<string, string>(labels ?? new Dictionary<string, string>());
        if (service.HasClusterIP())
            changed.Remove(ServiceEndpointFacts.HeadlessLabel);
        else
            changed[ServiceEndpointFacts.HeadlessLabel] = "";
        return changed;
    }

    private static IReadOnlyDictionary<string, string>? Marked(IReadOnlyDictionary<string, string>? annotations, bool isCut)
    {
        if ((annotations?.GetValueOrDefault(OverCapacityAnnotation) == "truncated") == isCut)
            return annotations;

        var changed = new Dictionary<string, string>(annotations ?? new Dictionary<string, string>());
        if (isCut)
            changed[OverCapacityAnnotation] = "truncated";
        else
            changed.Remove(OverCapacityAnnotation);
        return changed;
    }
}
