using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Discovery.V1;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.Reconcilers.ServicePods;
using EndpointPort = CloudletK8s.Api.Discovery.V1.EndpointPort;

namespace CloudletK8s.Reconcilers.EndpointSlices;

/// <summary>The slices of a service in one address family.</summary>
internal sealed class FamilySlices(EndpointSliceView view, string family, SliceChanges changes)
{
    private readonly SliceLabels _labels = new(view.Service, EndpointSliceController.Manager);
    private readonly Dictionary<EndpointIdentity, Pod> _pods = [];

    public void Decide(TriggerTime trigger)
    {
        var wanted = Wanted();
        var mine = view.Slices.Where(slice => slice.AddressType == family).ToList();
        var owned = mine.Where(slice => EndpointSlicePlan.IsOwned(slice, view.Service)).ToLookup(slice => SlicePorts.Key(slice.Ports));
        var packing = new SlicePacking(EndpointSlicePlan.EndpointsPerSlice, _labels.For, changes);
        var (created, deleted) = (changes.Creates.Count, changes.Deletes.Count);
        foreach (var (key, group) in wanted)
            packing.Pack(group, [.. owned[key]], () => Empty(group.Ports), endpoint => trigger.Add(_pods[EndpointIdentity.Of(endpoint)]));

        // A service without endpoints keeps one empty slice, so that it can be told from one that nobody has looked at yet.
        var unwanted = mine.Where(slice => !EndpointSlicePlan.IsOwned(slice, view.Service) || !wanted.ContainsKey(SlicePorts.Key(slice.Ports))).ToList();
        if (mine.Count == unwanted.Count + (changes.Deletes.Count - deleted) && changes.Creates.Count == created)
        {
            if (unwanted.FindIndex(IsPlaceholder) is >= 0 and var placeholder)
                unwanted.RemoveAt(placeholder);
            else
                changes.Creates.Add(Empty([]));
        }

        changes.Deletes.AddRange(unwanted);
    }

    private bool IsPlaceholder(EndpointSlice slice) =>
        slice.Endpoints is not { Count: > 0 } && slice.Ports is not { Count: > 0 }
        && EndpointSlicePlan.IsOwned(slice, view.Service) && ReferenceEquals(_labels.For(slice), slice.Metadata!.Labels);

    private EndpointSlice Empty(IReadOnlyList<EndpointPort> ports) => new()
    {
        Metadata = new() { Namespace = view.Service.Metadata!.Namespace, Labels = _labels.All, OwnerReferences = [OwnerReferences.ToController(view.Service)] },
        AddressType = family,
        Ports = ports,
        Endpoints = [],
    };

    private Dictionary<string, SliceGroup> Wanted()
    {
        var service = view.Service;
        var withHints = PodEndpoints.WantsHints(service);
        var groups = new Dictionary<string, SliceGroup>(StringComparer.Ordinal);
        foreach (var pod in view.Pods)
        {
            if (!pod.IsEndpoint(withTerminating: true))
                continue;

            var node = view.Node(pod.Spec?.NodeName ?? "");
            var addresses = pod.Addresses(family);

            // A pod of a node that is gone is no endpoint, unless the service wants all; the node's return wakes this controller.
            if (addresses.Count == 0 || (node is null && !service.Spec!.PublishNotReadyAddresses))
                continue;

            var ports = PodEndpoints.Ports(service, pod);
            var key = SlicePorts.Key(ports);
            if (!groups.TryGetValue(key, out var group))
                groups[key] = group = new(ports);

            var endpoint = PodEndpoints.Make(service, pod, node, addresses, withHints);
            var identity = EndpointIdentity.Of(endpoint);
            group.Endpoints[identity] = endpoint;
            _pods[identity] = pod;
        }

        return groups;
    }
}
