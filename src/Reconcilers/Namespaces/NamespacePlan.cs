using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Dynamic;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.ControllerRuntime.Work;

namespace CloudletK8s.Reconcilers.Namespaces;

/// <summary>
/// Empties a namespace that is being deleted: pods first, since the rest may hold rules that they run under, then everything else.
/// Once it is empty, its own finalizer goes.
/// </summary>
internal static class NamespacePlan
{
    public const string Finalizer = "kubernetes";

    /// <summary>Deletions in one plan; what is more waits for the next.</summary>
    private const int MostDeletions = 4000;

    private static readonly ReconcileResult.RequeueAfter Again = new(TimeSpan.Zero, "content was deleted");

    public static Plan Decide(NamespaceView view, DateTimeOffset now)
    {
        // Whoever was about to create something when the namespace went finds it missing only now.
        if (view.Namespace is not { } ns)
            return Delete(view.Content);
        if (ns.Metadata!.DeletionTimestamp is null || ns.Spec?.Finalizers?.Contains(Finalizer) != true)
            return Plan.Nothing;

        var failed = view.DiscoveryError.Length > 0 || view.ListErrors is { Count: > 0 };
        if (view.Content.Count == 0 && !failed)
            return Finish(ns, now);

        var deletions = Delete(Due(view.Content));
        return deletions with
        {
            // What goes at once is not worth a line in the status.
            Status = outcome => deletions.Steps.Count > 0 && outcome.IsDone && !failed
                ? null
                : Write.StatusOf(ns, NamespaceStatusUpdate.Of(ns, view, outcome, now)),
            Result = failed ? new ReconcileResult.Failed(view.DiscoveryError.Length > 0 ? view.DiscoveryError : view.ListErrors![0]) : deletions.Result,
        };
    }

    private static IReadOnlyList<RemainingKind> Due(IReadOnlyList<RemainingKind> content) =>
        content.FirstOrDefault(left => left.Kind.GroupResource == "pods") is { } pods ? [pods] : content;

    private static Plan Delete(IReadOnlyList<RemainingKind> content)
    {
        Write[] deletions = [.. content
            .SelectMany(left => left.Objects)
            .Where(obj => !obj.IsDeleting)
            .Take(MostDeletions)
            .Select(obj => new Write.DeleteAny(obj, new() { PropagationPolicy = "Background" }) { Settled = true })];
        return deletions.Length == 0 ? Plan.Nothing : Plan.Of(deletions) with { Result = Again };
    }

    private static Plan Finish(Namespace ns, DateTimeOffset now)
    {
        string[] others = [.. ns.Spec!.Finalizers!.Where(name => name != Finalizer)];
        var done = NamespaceStatusUpdate.Of(ns, new(ns, []), PlanOutcome.AllDone, now);
        if (others.Length > 0 && Write.StatusOf(ns, done) is { } status)
            return Plan.Of(status) with { Result = new ReconcileResult.RequeueAfter(TimeSpan.Zero, "the status says that nothing is left") };

        return Plan.Of(new Write.UpdatePart<Namespace>(ns with { Spec = ns.Spec with { Finalizers = others } }, "finalize"));
    }
}
