namespace CloudletK8s.Reconcilers.Autoscaling.Metrics;

/// <summary>What was measured for one pod.</summary>
/// <param name="Milli">In thousandths.</param>
/// <param name="At">The end of the window.</param>
internal readonly record struct PodSample(long Milli, DateTimeOffset At, TimeSpan Window);
