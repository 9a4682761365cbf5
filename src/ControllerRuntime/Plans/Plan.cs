using CloudletK8s.ControllerRuntime.Events;
using CloudletK8s.ControllerRuntime.Work;

namespace CloudletK8s.ControllerRuntime.Plans;

/// <summary>What a controller wants done about one object. Made without I/O, clock or randomness.</summary>
public sealed record Plan
{
    public static Plan Nothing { get; } = new();

    /// <summary>In order; a step that is refused ends the plan, and the status is still written.</summary>
    public IReadOnlyList<PlanStep> Steps { get; init; } = [];

    /// <summary>The status, once it is known what became of the steps. Null or a null result: it is as it should be.</summary>
    public Func<PlanOutcome, Write?>? Status { get; init; }

    /// <summary>Told when the plan was carried out.</summary>
    public IReadOnlyList<EventNote> Events { get; init; } = [];

    /// <summary>When nothing was refused.</summary>
    public ReconcileResult Result { get; init; } = ReconcileResult.Done.Instance;

    /// <summary>When something was refused. By default it is tried again, later each time.</summary>
    public Func<PlanOutcome, ReconcileResult>? WhenRefused { get; init; }

    public static Plan Of(params IReadOnlyList<Write> writes) => new() { Steps = writes.Count == 0 ? [] : [new(writes)] };
}
