namespace CloudletK8s.ControllerRuntime.Plans;

/// <summary>Writes that do not depend on each other and go out together; the next step waits for them.</summary>
public sealed record PlanStep(IReadOnlyList<Write> Writes)
{
    /// <summary>
    /// Send one, then two, then four, as long as all are accepted: a thousand creates that would all meet the same refusal cost a
    /// few, not a thousand.
    /// </summary>
    public bool SlowStart { get; init; }

    public static PlanStep Of(params IReadOnlyList<Write> writes) => new(writes);
}
