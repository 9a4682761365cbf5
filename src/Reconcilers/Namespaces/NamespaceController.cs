using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Kinds;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Dynamic;
using CloudletK8s.ControllerRuntime.Plans;

namespace CloudletK8s.Reconcilers.Namespaces;

/// <summary>Removes namespaces with everything in them.</summary>
internal sealed class NamespaceController : PlannedController<NamespaceView>
{
    private readonly ObjectCache<Namespace> _namespaces;
    private readonly EmptyingNamespaces _emptying = new();

    public NamespaceController(ControllerServices services) : base("namespace-controller", services)
    {
        _namespaces = Sources.For<Namespace>(static change => change.Current is null || change.Current.Metadata?.DeletionTimestamp is not null);
        Sources.OnLives(_emptying);
        Sources.Write("*", "namespaces/finalize", "namespaces/status");
    }

    protected override async ValueTask<NamespaceView?> Read(ObjectName name, CancellationToken cancellationToken)
    {
        var ns = _namespaces.Get(name);
        if (ns is not null && (ns.Metadata?.DeletionTimestamp is null || ns.Spec?.Finalizers?.Contains(NamespacePlan.Finalizer) != true))
        {
            _emptying.Forget(name.Name);
            return null;
        }

        // Counted as too few from here on: what goes while the kinds are listed wakes this again.
        _emptying.Counted(name.Name, 0);
        var view = await View(ns, name.Name, cancellationToken);
        if (ns is null)
            _emptying.Forget(name.Name);
        else
            _emptying.Counted(name.Name, view.Content.Sum(left => left.Objects.Count));
        return view;
    }

    protected override Plan Decide(NamespaceView snapshot, DateTimeOffset now) => NamespacePlan.Decide(snapshot, now);

    private async ValueTask<NamespaceView> View(Namespace? ns, string name, CancellationToken cancellationToken)
    {
        IReadOnlyList<KindInfo> kinds;
        try
        {
            kinds = await Services.Lives.Kinds.Newest(cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            return new(ns, [], DiscoveryError: failure.Message);
        }

        var content = new List<RemainingKind>();
        var errors = new List<string>();
        foreach (var kind in kinds)
        {
            if (!kind.Namespaced || !kind.Verbs.Contains("list") || !kind.Verbs.Contains("delete"))
                continue;

            switch (await Services.Client.Dynamic.List(kind, name, cancellationToken))
            {
                case ApiResult<IReadOnlyList<PartialObject>>.Ok { Value: { Count: > 0 } objects }:
                    content.Add(new(kind, objects));
                    break;
                case ApiResult<IReadOnlyList<PartialObject>>.Failed failed and not ApiResult<IReadOnlyList<PartialObject>>.NotFound:
                    errors.Add(failed.Status.Message ?? "");
                    break;
            }
        }

        return new(ns, content, ListErrors: errors);
    }
}
