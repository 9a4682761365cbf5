using CloudletK8s.Api.Autoscaling.V2;

namespace CloudletK8s.Reconcilers.Autoscaling;

/// <summary>How many pods one metric asks for.</summary>
/// <param name="Name">For people: "cpu resource utilization (percentage of request)".</param>
/// <param name="Status">Of the metric; empty when it could not be had.</param>
internal sealed record Proposal(int Replicas, string Name, MetricStatus Status)
{
    /// <summary>Why there is none.</summary>
    public MetricFailure? Failure { get; init; }

    public static Proposal Failed(string reason, string message, string prefix) => new(0, "", new() { Type = "" }) { Failure = new(reason, message, prefix + message) };
}
