using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Batch.V1.Rules;

/// <summary>
/// The status of jobs may be written by other controllers than the cluster's own, so that its transitions are checked. A rule
/// holds only when what it looks at has changed: other updates must get through with a status that was wrong before.
/// </summary>
internal sealed class JobStatusValidation(JobSpec spec, JobStatus status, JobStatus old, FieldErrors errors)
{
    private static readonly FieldPath Path = FieldPath.Root("status");

    private readonly bool _complete = Has(status, "Complete");
    private readonly bool _failed = Has(status, "Failed");
    private readonly bool _failureTarget = Has(status, "FailureTarget");
    private readonly bool _criteriaMet = Has(status, "SuccessCriteriaMet");
    private readonly bool _completeChanged = Has(status, "Complete") != Has(old, "Complete");
    private readonly bool _failedChanged = Has(status, "Failed") != Has(old, "Failed");
    private readonly bool _failureTargetChanged = Has(status, "FailureTarget") != Has(old, "FailureTarget");
    private readonly bool _criteriaMetChanged = Has(status, "SuccessCriteriaMet") != Has(old, "SuccessCriteriaMet");
    private readonly bool _startChanged = status.StartTime != old.StartTime;
    private readonly bool _completionChanged = status.CompletionTime != old.CompletionTime;

    private bool Finished => _complete || _failed;

    private bool FinishedChanged => Finished != (Has(old, "Complete") || Has(old, "Failed"));

    public void Validate()
    {
        ValidateCounts();
        ValidateUncounted();
        ValidateConditions();
        ValidateFinished();
        ValidateIndexes();
        ValidatePodCounts();
        ValidateCriteria();
        ValidateTransition();
    }

    private void ValidateCounts()
    {
        Numbers.NonNegative(status.Active, Path, "active", errors);
        Numbers.NonNegative(status.Succeeded, Path, "succeeded", errors);
        Numbers.NonNegative(status.Failed, Path, "failed", errors);
        Numbers.NonNegative(status.Ready, Path, "ready", errors);
        Numbers.NonNegative(status.Terminating, Path, "terminating", errors);
    }

    private void ValidateUncounted()
    {
        var seen = new HashSet<string>();
        ValidateUncounted(status.UncountedTerminatedPods?.Succeeded, "succeeded", seen);
        ValidateUncounted(status.UncountedTerminatedPods?.Failed, "failed", seen);
    }

    private void ValidateUncounted(IReadOnlyList<string>? uids, string name, HashSet<string> seen)
    {
        for (var i = 0; i < uids?.Count; i++)
        {
            if (uids[i].Length == 0)
                errors.Invalid(Path.Child("uncountedTerminatedPods", name).Index(i), "", "must not be empty");
            else if (!seen.Add(uids[i]))
                errors.Duplicate(Path.Child("uncountedTerminatedPods", name).Index(i), uids[i]);
        }
    }

    private void ValidateConditions()
    {
        if ((_completeChanged || _failedChanged) && _complete && _failed)
            RefuseConditions("cannot set Complete=True and Failed=true conditions");
        if ((_completeChanged || _failureTargetChanged) && _complete && _failureTarget)
            RefuseConditions("cannot set Complete=True and FailureTarget=true conditions");
        if ((_completeChanged || _completionChanged) && status.CompletionTime is not null && !_complete)
            errors.Invalid(Path.Child("completionTime"), Shown(status.CompletionTime), "cannot set completionTime when there is no Complete=True condition");
        if ((_completeChanged || _completionChanged) && status.CompletionTime is null && _complete)
            errors.Required(Path.Child("completionTime"), "completionTime is required for Complete jobs");
        if ((_startChanged || _completionChanged) && status.CompletionTime < status.StartTime)
            errors.Invalid(Path.Child("completionTime"), Shown(status.CompletionTime), "must be equal to or after `startTime`");
        if ((_failedChanged || _failureTargetChanged) && _failed && !_failureTarget)
            RefuseConditions("cannot set Failed=True condition without the FailureTarget=true condition");
        if ((_completeChanged || _criteriaMetChanged) && _complete && !_criteriaMet)
            RefuseConditions("cannot set Complete=True condition without the SuccessCriteriaMet=true condition");
    }

    private void ValidateFinished()
    {
        var uncounted = status.UncountedTerminatedPods;
        if (!Finished)
            return;

        if ((FinishedChanged || status.Active != old.Active) && status.Active > 0)
            errors.Invalid(Path.Child("active"), status.Active, "active>0 is invalid for finished job");
        if ((FinishedChanged || _startChanged) && status.StartTime is null && !(spec.Suspend == true && spec.Completions == 0))
            errors.Required(Path.Child("startTime"), "startTime is required for finished job");
        if (uncounted is { Failed.Count: > 0 } or { Succeeded.Count: > 0 } && (FinishedChanged || !SameUncounted()))
            errors.InvalidHidden(Path.Child("uncountedTerminatedPods"), "must be empty for finished job");
    }

    private void ValidateIndexes()
    {
        var completed = status.CompletedIndexes ?? "";
        var completedChanged = completed != (old.CompletedIndexes ?? "");
        var failedChanged = status.FailedIndexes != old.FailedIndexes;
        if (completedChanged && spec.Completions is { } completions && CompletionIndexes.Check(completed, completions, out _) is { } wrong)
            errors.Invalid(Path.Child("completedIndexes"), completed, "error parsing completedIndexes: " + wrong);
        if (failedChanged && spec is { Completions: { } some, BackoffLimitPerIndex: not null } && status.FailedIndexes is { } failed
            && CompletionIndexes.Check(failed, some, out _) is { } wrongFailed)
        {
            errors.Invalid(Path.Child("failedIndexes"), failed, "error parsing failedIndexes: " + wrongFailed);
        }

        if (completedChanged && completed.Length > 0 && !JobSpecValidation.IsIndexed(spec))
            errors.Invalid(Path.Child("completedIndexes"), completed, "cannot set non-empty completedIndexes when non-indexed completion mode");
        if (failedChanged && spec.BackoffLimitPerIndex is null && status.FailedIndexes is not null)
            errors.Invalid(Path.Child("failedIndexes"), status.FailedIndexes, "cannot set non-null failedIndexes when backoffLimitPerIndex is null");
        if ((failedChanged || completedChanged) && spec.Completions is { } all && status.FailedIndexes is { } both
            && CompletionIndexes.FindOverlap(completed, both, all) is { } overlap)
        {
            errors.Invalid(Path.Child("failedIndexes"), both, overlap);
        }
    }

    private void ValidatePodCounts()
    {
        if ((FinishedChanged || status.Terminating != old.Terminating) && status.Terminating > 0 && Finished)
            errors.Invalid(Path.Child("terminating"), status.Terminating, "terminating>0 is invalid for finished job");
        if ((status.Ready != old.Ready || status.Active != old.Active) && status.Ready > status.Active)
            errors.Invalid(Path.Child("ready"), status.Ready, "cannot set more ready pods than active");
    }

    private void ValidateCriteria()
    {
        if (_criteriaMet && _failed)
            RefuseConditions("cannot set SuccessCriteriaMet=True and Failed=true conditions");
        if (_criteriaMet && _failureTarget)
            RefuseConditions("cannot set SuccessCriteriaMet=True and FailureTarget=true conditions");
        if (spec.SuccessPolicy is not null && !_criteriaMet && _complete)
            RefuseConditions("cannot set Complete=True for Job with SuccessPolicy unless SuccessCriteriaMet=True");
    }

    private void ValidateTransition()
    {
        foreach (var type in (ReadOnlySpan<string>)["Failed", "Complete", "FailureTarget"])
        {
            if (Has(old, type) && !Has(status, type))
                RefuseConditions($"cannot disable the terminal {type}=True condition");
        }

        if (status.Failed < old.Failed)
            errors.Invalid(Path.Child("failed"), status.Failed, "cannot decrease the failed counter");

        // An elastic job loses the pods of the indexes that it gave up.
        if (status.Succeeded < old.Succeeded && !(JobSpecValidation.IsIndexed(spec) && spec.Completions == spec.Parallelism))
            errors.Invalid(Path.Child("succeeded"), status.Succeeded, "cannot decrease the succeeded counter");
        if (status.CompletionTime is not null && old.CompletionTime is not null && _completionChanged)
            errors.Invalid(Path.Child("completionTime"), Shown(status.CompletionTime), Wording.Immutable);
        if (_startChanged && old.StartTime is not null && spec.Suspend != true)
            errors.Required(Path.Child("startTime"), "startTime cannot be removed for unsuspended job");
        if (_criteriaMetChanged && !_criteriaMet)
            RefuseConditions("cannot disable the SuccessCriteriaMet=True condition");
        if (_criteriaMetChanged && _criteriaMet && Has(old, "Complete"))
            RefuseConditions("cannot set SuccessCriteriaMet=True for Job already has Complete=true conditions");
    }

    private void RefuseConditions(string detail) => errors.InvalidHidden(Path.Child("conditions"), detail);

    private bool SameUncounted() => Same(status.UncountedTerminatedPods?.Failed, old.UncountedTerminatedPods?.Failed)
        && Same(status.UncountedTerminatedPods?.Succeeded, old.UncountedTerminatedPods?.Succeeded);

    private static bool Same(IReadOnlyList<string>? left, IReadOnlyList<string>? right) => (left ?? []).SequenceEqual(right ?? []);

    private static bool Has(JobStatus status, string type) => status.Conditions?.Any(condition => condition.Type == type && condition.Status == "True") == true;

    /// <summary>As Go prints a time.</summary>
    private static ShownAs Shown(DateTimeOffset? time) => new($"{time?.UtcDateTime:yyyy-MM-dd HH:mm:ss} +0000 UTC");
}
