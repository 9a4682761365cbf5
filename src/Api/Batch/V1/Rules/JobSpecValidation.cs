using CloudletK8s.Api.Apps.V1.Rules;
using CloudletK8s.Api.Meta.V1.Rules;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Batch.V1.Rules;

/// <summary>The rules of a job's spec.</summary>
internal static class JobSpecValidation
{
    private const int ManyCompletions = 100_000;
    private const int MostParallel = 100_000;
    private const int MostFailedIndexes = 100_000;
    private const int MostParallelOfMany = 10_000;
    private const int MostFailedIndexesOfMany = 10_000;
    private const int ManagedByLength = 63;
    private const string OfMany = "must be less than or equal to 10000 when completions are above 100000 and used with backoff limit per index";

    /// <summary>A job's own spec, whose selector has been generated or chosen.</summary>
    public static void Validate(JobSpec spec, FieldPath path, FieldErrors errors, JobSpec? old = null)
    {
        ValidateTemplated(spec, path, errors, old);
        if (spec.Selector is null)
            errors.Required(path.Child("selector"));
        else
            LabelSelectorValidation.Validate(spec.Selector, path.Child("selector"), errors);

        if (SelectorLogic.IsUsable(spec.Selector))
            PodTemplates.ValidateSelected(spec.Selector, spec.Template ?? new(), path.Child("template"), errors);
    }

    /// <summary>A spec as it also stands in cron jobs.</summary>
    public static void ValidateTemplated(JobSpec spec, FieldPath path, FieldErrors errors, JobSpec? old = null)
    {
        Numbers.NonNegative(spec.Parallelism, path, "parallelism", errors);
        Numbers.NonNegative(spec.Completions, path, "completions", errors);
        Numbers.NonNegative(spec.ActiveDeadlineSeconds, path, "activeDeadlineSeconds", errors);
        Numbers.NonNegative(spec.BackoffLimit, path, "backoffLimit", errors);
        Numbers.NonNegative(spec.TtlSecondsAfterFinished, path, "ttlSecondsAfterFinished", errors);
        Numbers.NonNegative(spec.BackoffLimitPerIndex, path, "backoffLimitPerIndex", errors);
        Numbers.NonNegative(spec.MaxFailedIndexes, path, "maxFailedIndexes", errors);
        if (spec.MaxFailedIndexes is not null && spec.BackoffLimitPerIndex is null)
            errors.Required(path.Child("backoffLimitPerIndex"), "when maxFailedIndexes is specified");

        ValidateManager(spec.ManagedBy, path, errors);
        ValidateCompletionMode(spec, path, errors);
        if (spec.PodFailurePolicy is not null)
            PodFailurePolicyValidation.Validate(spec, path.Child("podFailurePolicy"), errors);
        if (spec.SuccessPolicy is not null)
            SuccessPolicyValidation.Validate(spec, path.Child("successPolicy"), errors);

        ValidateReplacement(spec, path.Child("podReplacementPolicy"), errors);
        PodTemplates.Validate(spec.Template ?? new(), path.Child("template"), errors, old?.Template);
        ValidateRestartPolicy(spec, path.Child("template", "spec").Child("restartPolicy"), errors);
    }

    public static bool IsIndexed(JobSpec spec) => spec.CompletionMode == "Indexed";

    private static void ValidateManager(string? managedBy, FieldPath path, FieldErrors errors)
    {
        if (managedBy is null)
            return;

        DomainPaths.Check(managedBy, path.Child("managedBy"), errors);
        if (managedBy.Length > ManagedByLength)
            errors.TooLong(path.Child("managedBy"), ManagedByLength);
    }

    private static void ValidateCompletionMode(JobSpec spec, FieldPath path, FieldErrors errors)
    {
        JobFields.CompletionMode.CheckOptional(spec.CompletionMode, path, "completionMode", errors);
        if (IsIndexed(spec))
        {
            ValidateIndexed(spec, path, errors);
        }
        else if (spec.CompletionMode is null or "NonIndexed")
        {
            if (spec.BackoffLimitPerIndex is not null)
                errors.Invalid(path.Child("backoffLimitPerIndex"), spec.BackoffLimitPerIndex, "requires indexed completion mode");
            if (spec.MaxFailedIndexes is not null)
                errors.Invalid(path.Child("maxFailedIndexes"), spec.MaxFailedIndexes, "requires indexed completion mode");
        }
    }

    private static void ValidateIndexed(JobSpec spec, FieldPath path, FieldErrors errors)
    {
        if (spec.Completions is null)
            errors.Required(path.Child("completions"), "when completion mode is Indexed");
        if (spec.Parallelism > MostParallel)
            errors.Invalid(path.Child("parallelism"), spec.Parallelism, $"must be less than or equal to {MostParallel} when completion mode is Indexed");
        if (spec.MaxFailedIndexes > spec.Completions)
            errors.Invalid(path.Child("maxFailedIndexes"), spec.MaxFailedIndexes, "must be less than or equal to completions");
        if (spec.MaxFailedIndexes > MostFailedIndexes)
            errors.Invalid(path.Child("maxFailedIndexes"), spec.MaxFailedIndexes, $"must be less than or equal to {MostFailedIndexes}");
        if (spec.Completions is not > ManyCompletions || spec.BackoffLimitPerIndex is null)
            return;

        if (spec.MaxFailedIndexes is null)
            errors.Required(path.Child("maxFailedIndexes"), $"must be specified when completions is above {ManyCompletions}");
        if (spec.Parallelism > MostParallelOfMany)
            errors.Invalid(path.Child("parallelism"), spec.Parallelism, OfMany);
        if (spec.MaxFailedIndexes > MostFailedIndexesOfMany)
            errors.Invalid(path.Child("maxFailedIndexes"), spec.MaxFailedIndexes, OfMany);
    }

    private static void ValidateReplacement(JobSpec spec, FieldPath path, FieldErrors errors)
    {
        if (spec.PodReplacementPolicy is not { } policy)
            return;

        if (spec.PodFailurePolicy is not null)
        {
            if (policy != "Failed")
                errors.NotSupported(path, policy, ["Failed"]);
        }
        else if (!JobFields.PodReplacementPolicy.Has(policy))
        {
            errors.NotSupported(path, policy, JobFields.PodReplacementPolicy.Values);
        }
    }

    private static void ValidateRestartPolicy(JobSpec spec, FieldPath path, FieldErrors errors)
    {
        // Who says nothing has "Always" by now, which no job can have.
        var policy = spec.Template?.Spec?.RestartPolicy ?? "";
        if (policy is "" or "Always")
            errors.Required(path, "valid values: \"OnFailure\", \"Never\"");
        else if (policy is not ("OnFailure" or "Never"))
            errors.NotSupported(path, policy, ["OnFailure", "Never"]);
        else if (spec.PodFailurePolicy is not null && policy != "Never")
            errors.Invalid(path, policy, "only \"Never\" is supported when podFailurePolicy is specified");
    }
}
