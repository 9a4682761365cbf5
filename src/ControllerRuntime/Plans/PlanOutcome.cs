using CloudletK8s.Api.Meta.V1;

namespace CloudletK8s.ControllerRuntime.Plans;

/// <summary>What became of a plan's steps.</summary>
/// <param name="Refusals">What the server would not have, in no order.</param>
public sealed record PlanOutcome(IReadOnlyList<(Write Write, Status Status)> Refusals)
{
    public static PlanOutcome AllDone { get; } = new([]);

    public bool IsDone => Refusals.Count == 0;

    /// <summary>The first refusal in the server's words; empty when there was none.</summary>
    public string Message => Refusals.Count == 0 ? "" : Refusals[0].Status.Message ?? "";
}
