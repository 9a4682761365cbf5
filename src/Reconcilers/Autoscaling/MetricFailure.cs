namespace CloudletK8s.Reconcilers.Autoscaling;

/// <param name="Reason">"FailedGetResourceMetric".</param>
/// <param name="Whole">The message as the event of the whole computation has it.</param>
internal sealed record MetricFailure(string Reason, string Message, string Whole);
