using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Kinds;
using CloudletK8s.ControllerRuntime.Plans;

namespace CloudletK8s.Reconcilers.Namespaces;

/// <summary>Tells in conditions what keeps a namespace from going.</summary>
internal static class NamespaceStatusUpdate
{
    private const string Deleted = "All content successfully deleted, may be waiting on finalization";
    private const string Removed = "All content successfully removed";

    public static Namespace Of(Namespace ns, NamespaceView view, PlanOutcome outcome, DateTimeOffset now)
    {
        var conditions = ns.Status?.Conditions?.ToList() ?? [];
        foreach (var next in Conditions(view, outcome))
        {
            var at = conditions.FindIndex(known => known.Type == next.Type);
            var known = at < 0 ? null : conditions[at];
            var since = known is not null && known.Status == next.Status ? known.LastTransitionTime : now;
            if (at < 0)
                conditions.Add(next with { LastTransitionTime = since });
            else
                conditions[at] = next with { LastTransitionTime = since };
        }

        return ns with { Status = (ns.Status ?? new()) with { Phase = "Terminating", Conditions = conditions } };
    }

    private static IEnumerable<NamespaceCondition> Conditions(NamespaceView view, PlanOutcome outcome)
    {
        yield return Condition(
            "NamespaceDeletionDiscoveryFailure", view.DiscoveryError.Length > 0, "DiscoveryFailed", view.DiscoveryError, "ResourcesDiscovered", "All resources successfully discovered");
        yield return Condition(
            "NamespaceDeletionGroupVersionParsingFailure", false, "", "", "ParsedGroupVersions", "All legacy kube types successfully parsed");

        string[] errors = [.. (view.ListErrors ?? []).Concat(outcome.Refusals.Select(refusal => refusal.Status.Message ?? "")).Order(StringComparer.Ordinal)];
        yield return Condition(
            "NamespaceDeletionContentFailure",
            errors.Length > 0,
            "ContentDeletionFailed",
            $"Failed to delete all resource types, {errors.Length} remaining: {string.Join(", ", errors)}",
            "ContentDeleted",
            Deleted);
        yield return Condition(
            "NamespaceContentRemaining", view.Content.Count > 0, "SomeResourcesRemain", $"Some resources are remaining: {Resources(view)}", "ContentRemoved", Removed);

        var finalizers = Finalizers(view);
        yield return Condition(
            "NamespaceFinalizersRemaining", finalizers.Length > 0, "SomeFinalizerRemain", $"Some finalizers are remaining: {finalizers}", "ContentRemoved", Removed);
    }

    private static NamespaceCondition Condition(string type, bool holds, string reason, string message, string otherReason, string otherMessage) =>
        new() { Type = type, Status = holds ? "True" : "False", Reason = holds ? reason : otherReason, Message = holds ? message : otherMessage };

    private static string Resources(NamespaceView view) => string.Join(
        ", ", view.Content.Select(left => $"{Dotted(left.Kind)} has {left.Objects.Count} resource instances").Order(StringComparer.Ordinal));

    /// <summary>"pods.", "deployments.apps".</summary>
    private static string Dotted(KindInfo kind) => $"{kind.Plural}.{kind.Group}";

    private static string Finalizers(NamespaceView view) => string.Join(", ", view.Content
        .SelectMany(left => left.Objects)
        .SelectMany(obj => obj.Metadata.Finalizers ?? [])
        .CountBy(name => name)
        .Select(count => $"{count.Key} in {count.Value} resource instances")
        .Order(StringComparer.Ordinal));
}
