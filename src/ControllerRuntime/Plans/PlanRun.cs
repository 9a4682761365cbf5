using CloudletK8s.Api.Meta.V1;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Events;
using CloudletK8s.ControllerRuntime.Work;

namespace CloudletK8s.ControllerRuntime.Plans;

/// <summary>Carries out a plan: steps in order, the writes of a step together, the status last.</summary>
internal sealed class PlanRun(IApiClient client, IEventRecorder events)
{
    /// <summary>The most writes that one plan has under way.</summary>
    private const int MostAtOnce = 256;

    private readonly List<(Write Write, Status Status)> _refusals = [];

    /// <returns>Null: the world is not what the plan was made for, decide again.</returns>
    public async ValueTask<ReconcileResult?> Run(Plan plan, CancellationToken cancellationToken)
    {
        foreach (var step in plan.Steps)
        {
            if (!await Run(step, cancellationToken))
                return null;
            if (_refusals.Count > 0)
                break;
        }

        var outcome = _refusals.Count == 0 ? PlanOutcome.AllDone : new PlanOutcome(_refusals);
        if (plan.Status?.Invoke(outcome) is { } status && !await Run(PlanStep.Of(status), cancellationToken))
            return null;

        foreach (var note in plan.Events)
            events.Record(note);

        if (_refusals.Count == 0)
            return plan.Result;

        return plan.WhenRefused?.Invoke(outcome) ?? new ReconcileResult.Failed(new PlanOutcome(_refusals).Message);
    }

    private async ValueTask<bool> Run(PlanStep step, CancellationToken cancellationToken)
    {
        var size = step.SlowStart ? 1 : MostAtOnce;
        var current = true;

        // The status is written after refusals too: it is what tells them.
        var refusals = _refusals.Count;
        for (var at = 0; at < step.Writes.Count && current && _refusals.Count == refusals; size = Math.Min(size * 2, MostAtOnce))
        {
            var count = Math.Min(size, step.Writes.Count - at);
            current = count == 1
                ? Settle(step.Writes[at], await Send(step.Writes[at], cancellationToken))
                : await Run(step.Writes, at, count, cancellationToken);
            at += count;
        }

        return current;
    }

    private async ValueTask<bool> Run(IReadOnlyList<Write> writes, int from, int count, CancellationToken cancellationToken)
    {
        var running = new Task<WriteResult>[count];
        for (var i = 0; i < count; i++)
            running[i] = Send(writes[from + i], cancellationToken).AsTask();

        var results = await Task.WhenAll(running);
        var current = true;
        for (var i = 0; i < count; i++)
            current &= Settle(writes[from + i], results[i]);
        return current;
    }

    /// <summary>What policy, quota or permissions forbid is an outcome that the status tells; a server in trouble is not.</summary>
    private async ValueTask<WriteResult> Send(Write write, CancellationToken cancellationToken)
    {
        try
        {
            return await write.Run(client, cancellationToken);
        }
        catch (ApiStatusException refusal) when (refusal.Code is >= 400 and < 500 and not (401 or 429))
        {
            return new WriteResult.Refused(refusal.Status);
        }
    }

    private bool Settle(Write write, WriteResult result)
    {
        switch (result)
        {
            case WriteResult.Done:
                if (write.Done is { } done)
                    events.Record(done);
                return true;
            case WriteResult.Refused { Status: var refusal }:
                _refusals.Add((write, refusal));
                if (write.Refused?.Invoke(refusal) is { } note)
                    events.Record(note);
                return true;
            default:
                return false;
        }
    }
}
