using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Dynamic;
using CloudletK8s.ControllerRuntime.Plans;

namespace CloudletK8s.Reconcilers.GarbageCollection;

/// <summary>
/// Deletes what belongs to nobody any more, and does what a deletion asked for about dependents: wait for them, or let them go.
/// </summary>
internal sealed class GarbageCollector : PlannedController<GarbageView>
{
    private readonly OwnershipGraph _graph = new();
    private readonly OwnerLookup _owners;

    public GarbageCollector(ControllerServices services) : base("garbage-collector-controller", services)
    {
        _owners = new(Name, _graph, services);
        Sources.OnLives(_graph);
        Sources.Write("*");
    }

    protected override async ValueTask<GarbageView?> Read(ObjectName key, CancellationToken cancellationToken)
    {
        await Services.Lives.CatchUp(cancellationToken);
        var (resource, name) = GarbageKey.Read(key);
        if (Services.Lives.Kinds.OfResource(resource) is not { } kind
            || (await Services.Client.Dynamic.Get(kind, name, cancellationToken)).ValueOrNull is not { } obj)
            return null;

        var dependents = _graph.Dependents(obj.Metadata.Uid ?? "");
        if (obj.IsDeleting)
            return new(obj, [], await Views(obj, dependents, cancellationToken));

        var owners = new List<OwnerView>();
        foreach (var reference in obj.Metadata.OwnerReferences ?? [])
            owners.Add(await _owners.Find(obj, reference, cancellationToken));
        if (owners.Any(owner => owner.State == OwnerState.Unknown))
            _graph.Unresolved(key);
        return new(obj, owners, [.. dependents.Select(dependent => View(obj, dependent, null))]);
    }

    protected override Plan Decide(GarbageView snapshot, DateTimeOffset now) => GarbagePlan.Decide(snapshot);

    private async ValueTask<IReadOnlyList<DependentView>> Views(PartialObject obj, IReadOnlyList<GraphNode> dependents, CancellationToken cancellationToken)
    {
        var change = obj.HasFinalizer(OwnershipGraph.Orphan);
        var views = new List<DependentView>(dependents.Count);
        foreach (var dependent in dependents)
        {
            var live = change ? (await Services.Client.Dynamic.Get(dependent.Kind, dependent.Name, cancellationToken)).ValueOrNull : null;
            var owned = live?.Metadata.Uid == dependent.Uid && live.Metadata.OwnerReferences?.Any(owner => owner.Uid == obj.Metadata.Uid) == true;
            views.Add(View(obj, dependent, owned ? live : null));
        }

        return views;
    }

    private static DependentView View(PartialObject obj, GraphNode dependent, PartialObject? live) =>
        new(dependent.Blocks(obj.Metadata.Uid ?? ""), dependent.IsWaiting, live);
}
