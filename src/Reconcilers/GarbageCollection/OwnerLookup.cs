using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Dynamic;

namespace CloudletK8s.Reconcilers.GarbageCollection;

/// <summary>Finds out what has become of owners: from the graph where it knows, else from the server, once for all dependents.</summary>
internal sealed class OwnerLookup(string controller, OwnershipGraph graph, ControllerServices services)
{
    /// <summary>After a search, times its duration.</summary>
    private const int Rest = 9;

    private long _resting;

    public async ValueTask<OwnerView> Find(PartialObject obj, OwnerReference reference, CancellationToken cancellationToken)
    {
        var uid = reference.Uid ?? "";
        var place = new OwnerPlace(reference.ApiVersion ?? "", reference.Kind ?? "", obj.Metadata.Namespace ?? "", reference.Name ?? "");
        var kind = services.Lives.Kinds.OfKind(place.ApiVersion, place.Kind);
        if (kind is { Namespaced: true } && place.Namespace.Length == 0)
            return new(reference, OwnerState.Impossible, IsElsewhere: true);
        if (graph.StateOf(uid, place) is { } known)
            return new(reference, known.State, known.IsElsewhere);
        if (kind is null)
            return new(reference, OwnerState.Unknown);

        var name = new ObjectName(kind.Namespaced ? place.Namespace : "", place.Name);
        var answer = await services.Client.Dynamic.Get(kind, name, cancellationToken);
        if (answer.ValueOrNull is { } owner && owner.Metadata.Uid == uid)
        {
            graph.Found(uid, place);
            return new(reference, owner.IsDeleting && owner.HasFinalizer(OwnershipGraph.Foreground) ? OwnerState.Waiting : OwnerState.Solid);
        }

        if (answer is not (ApiResult<PartialObject>.Ok or ApiResult<PartialObject>.NotFound))
            throw new ApiStatusException(((ApiResult<PartialObject>.Failed)answer).Status);

        var elsewhere = kind.Namespaced && await IsElsewhere(kind, uid, cancellationToken);
        services.Lives.Wake(controller, graph.Missed(uid, place, elsewhere));
        return new(reference, OwnerState.Absent, elsewhere);
    }

    /// <summary>
    /// Whether the owner is in another namespace. Only an event depends on it, and it takes a look at all objects of the kind: a
    /// crowd of owners that never were is not worth more than a tenth of the time.
    /// </summary>
    private async ValueTask<bool> IsElsewhere(KindInfo kind, string uid, CancellationToken cancellationToken)
    {
        var begun = services.Time.GetTimestamp();
        if (begun < Volatile.Read(ref _resting))
            return false;

        var all = (await services.Client.Dynamic.List(kind, "", cancellationToken)).ValueOrNull;
        var now = services.Time.GetTimestamp();
        Volatile.Write(ref _resting, now + (Rest * (now - begun)));
        return all?.Any(other => other.Metadata.Uid == uid) == true;
    }
}
