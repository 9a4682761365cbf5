using CloudletK8s.Api.Autoscaling.V2;
using CloudletK8s.ControllerRuntime.Events;

namespace CloudletK8s.Reconcilers.Autoscaling;

/// <summary>From the load of a target's pods to how many there should be.</summary>
internal static class AutoscalerPlan
{
    private static readonly (string, string) ScaleFound = ("SucceededGetScale", "the HPA controller was able to get the target's current scale");
    private static readonly (string, string) Disabled = ("ScalingDisabled", "scaling is disabled since the replica count of the target is zero");

    public static AutoscalerDecision Decide(AutoscalerView view, DateTimeOffset now)
    {
        var hpa = view.Autoscaler;
        var status = hpa.Status ?? new();
        if (view.Scale is not { } scale)
        {
            return new(
                status.With(AutoscalerConditions.AbleToScale, false, ("FailedGetScale", $"the HPA controller was unable to get the target's current scale: {view.ScaleError}"), now),
                [EventNote.Warning(hpa, "FailedGetScale", view.ScaleError ?? "")], null, view.Memory);
        }

        var current = scale.Spec?.Replicas ?? 0;
        var least = hpa.Spec?.MinReplicas ?? 1;
        var most = hpa.Spec?.MaxReplicas ?? 0;
        status = status.With(AutoscalerConditions.AbleToScale, true, ScaleFound, now);
        view = view with { Memory = view.Memory.Begin(current, now) };
        if (current == 0 && least != 0)
            return Done(status.With(AutoscalerConditions.ScalingActive, false, Disabled, now), current, 0, [], view.Memory);
        if (current > most)
            return Done(status, current, most, [], view.Memory) with { Rescale = (most, "Current number of replicas above Spec.MaxReplicas") };
        if (current < least)
            return Done(status, current, least, [], view.Memory) with { Rescale = (least, "Current number of replicas below Spec.MinReplicas") };

        return view.Selector is { } problem ? Unselected(view, problem, status, current, now) : ByMetrics(view, status, current, now);
    }

    private static AutoscalerDecision ByMetrics(AutoscalerView view, HorizontalPodAutoscalerStatus status, int current, DateTimeOffset now)
    {
        var hpa = view.Autoscaler;
        List<Proposal> proposals = [.. view.Metrics.Select(metric => MetricProposals.Of(metric, view.Scale!, view.Pods, now))];
        IReadOnlyList<MetricStatus> metrics = [.. proposals.Select(proposal => proposal.Status)];
        List<MetricFailure> failures = [.. proposals.Select(proposal => proposal.Failure).OfType<MetricFailure>()];
        List<EventNote> told = [.. failures.Select(failure => EventNote.Warning(hpa, failure.Reason, failure.Message))];
        var leading = proposals.Where(proposal => proposal.Failure is null).MaxBy(proposal => proposal.Replicas);
        if (failures.Count > 0 && (leading is null || leading.Replicas < current))
        {
            // What is not known could have asked for more.
            var first = failures[0];
            told.Add(EventNote.Warning(hpa, "FailedComputeMetricsReplicas", $"invalid metrics ({failures.Count} invalid out of {proposals.Count}), first error is: {first.Whole}"));
            status = status.With(AutoscalerConditions.ScalingActive, false, (first.Reason, $"the HPA was unable to compute the replica count: {first.Message}"), now);
            return Done(status, current, status.DesiredReplicas, metrics, view.Memory) with { Told = told };
        }

        var wanted = leading?.Replicas ?? current;
        status = status.With(AutoscalerConditions.ScalingActive, true, ("ValidMetricFound", $"the HPA was able to successfully calculate a replica count from {leading?.Name}"), now);
        var limits = ScalingLimits.Of(hpa.Spec!, current, wanted, view.Memory, now);
        status = status.With(AutoscalerConditions.AbleToScale, true, limits.Able, now)
            .With(AutoscalerConditions.ScalingLimited, limits.Limited.Is, (limits.Limited.Reason, limits.Limited.Message), now);
        var reason = wanted > current ? $"{leading?.Name} above target" : wanted < current ? "All metrics below target" : "";
        return Done(status, current, limits.Replicas, metrics, view.Memory.Recommend(wanted, now)) with
        {
            Told = told,
            Rescale = limits.Replicas == current ? null : (limits.Replicas, reason),
        };
    }

    private static AutoscalerDecision Unselected(
        AutoscalerView view, SelectorProblem problem, HorizontalPodAutoscalerStatus status, int current, DateTimeOffset now)
    {
        status = status.With(AutoscalerConditions.ScalingActive, false, (problem.Reason, problem.Message), now);
        return Done(status, current, status.DesiredReplicas, [], view.Memory) with
        {
            Told =
            [
                EventNote.Warning(view.Autoscaler, problem.EventReason, problem.Error),
                EventNote.Warning(view.Autoscaler, "FailedComputeMetricsReplicas", problem.Error),
            ],
        };
    }

    private static AutoscalerDecision Done(
        HorizontalPodAutoscalerStatus status, int current, int desired, IReadOnlyList<MetricStatus> metrics, ScalingMemory memory) =>
        new(status with { CurrentReplicas = current, DesiredReplicas = desired, CurrentMetrics = metrics }, [], null, memory);

    public static HorizontalPodAutoscalerStatus With(
        this HorizontalPodAutoscalerStatus status, string type, bool isTrue, (string Reason, string Message) why, DateTimeOffset now) =>
        status with { Conditions = (status.Conditions ?? []).With(type, isTrue, why, now) };
}
