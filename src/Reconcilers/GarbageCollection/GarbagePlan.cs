using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.ControllerRuntime.Dynamic;
using CloudletK8s.ControllerRuntime.Events;
using CloudletK8s.ControllerRuntime.Plans;

namespace CloudletK8s.Reconcilers.GarbageCollection;

/// <summary>What becomes of an object, by what its owners and dependents are.</summary>
internal static class GarbagePlan
{
    public static Plan Decide(GarbageView view) => view.Object.IsDeleting ? Deleting(view) : Owned(view);

    /// <summary>Somebody deletes it, and asked for something to happen to its dependents first.</summary>
    private static Plan Deleting(GarbageView view)
    {
        var obj = view.Object;
        if (obj.HasFinalizer(OwnershipGraph.Orphan))
        {
            // Dependents that have changed meanwhile are looked at again; whoever is gone needs no owner.
            Write[] letGo = [.. view.Dependents
                .Where(dependent => dependent.Object is not null)
                .Select(dependent => OwnerPatches.Without(dependent.Object!, [obj.Metadata.Uid ?? ""]) with { Settled = true })];
            return new() { Steps = [new(letGo), PlanStep.Of(OwnerPatches.WithoutFinalizer(obj, OwnershipGraph.Orphan))] };
        }

        return obj.HasFinalizer(OwnershipGraph.Foreground) && !view.Dependents.Any(dependent => dependent.Blocks)
            ? Plan.Of(OwnerPatches.WithoutFinalizer(obj, OwnershipGraph.Foreground))
            : Plan.Nothing;
    }

    private static Plan Owned(GarbageView view)
    {
        var steps = view.Owners.Count == 0 || view.Owners.Any(owner => owner.State is OwnerState.Unknown or OwnerState.Impossible) ? []
            : view.Owners.Any(owner => owner.State == OwnerState.Solid) ? Keep(view)
            : Collect(view);
        return new() { Steps = steps, Events = [.. view.Owners.Where(owner => owner.IsElsewhere).Select(owner => Elsewhere(view.Object, owner.Reference))] };
    }

    /// <summary>One owner is enough. The others must not find themselves waited upon.</summary>
    private static IReadOnlyList<PlanStep> Keep(GarbageView view)
    {
        var lost = view.Owners.Where(owner => owner.State != OwnerState.Solid).Select(owner => owner.Reference.Uid ?? "").ToHashSet();
        return lost.Count == 0 ? [] : [PlanStep.Of(OwnerPatches.Without(view.Object, lost))];
    }

    private static IReadOnlyList<PlanStep> Collect(GarbageView view)
    {
        var obj = view.Object;
        if (!view.Owners.Any(owner => owner.State == OwnerState.Waiting) || view.Dependents.Count == 0)
            return [PlanStep.Of(Delete(obj, PolicyOf(obj), obj.Metadata.ResourceVersion))];

        // A dependent that waits itself may wait for this very object's owner: the circle is cut here.
        return view.Dependents.Any(dependent => dependent.IsWaiting) && obj.Metadata.OwnerReferences!.Any(owner => owner.BlockOwnerDeletion == true)
            ? [PlanStep.Of(OwnerPatches.NotBlocking(obj)), PlanStep.Of(Delete(obj, "Foreground", null))]
            : [PlanStep.Of(Delete(obj, "Foreground", obj.Metadata.ResourceVersion))];
    }

    /// <summary>What the object's own finalizers say, if they say anything.</summary>
    private static string PolicyOf(PartialObject obj) =>
        obj.HasFinalizer(OwnershipGraph.Orphan) ? "Orphan" : obj.HasFinalizer(OwnershipGraph.Foreground) ? "Foreground" : "Background";

    /// <param name="revision">Its owners are as they were when this was decided; null: they were changed by the plan itself.</param>
    private static Write.DeleteAny Delete(PartialObject obj, string policy, string? revision) =>
        new(obj, new() { PropagationPolicy = policy, Preconditions = new() { ResourceVersion = revision } });

    private static EventNote Elsewhere(PartialObject obj, OwnerReference owner)
    {
        var inNamespace = obj.Metadata.Namespace ?? "";
        var regarding = new ObjectReference
        {
            Kind = obj.Kind.Kind,
            ApiVersion = obj.Kind.ApiVersion,
            Namespace = obj.Metadata.Namespace,
            Name = obj.Metadata.Name,
            Uid = obj.Metadata.Uid,
        };
        return new(
            regarding,
            EventNote.WarningType,
            "OwnerRefInvalidNamespace",
            $"ownerRef [{owner.ApiVersion}/{owner.Kind}, namespace: {inNamespace}, name: {owner.Name}, uid: {owner.Uid}] does not exist in namespace \"{inNamespace}\"");
    }
}
