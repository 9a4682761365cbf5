using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Batch.V1.Rules;

/// <summary>What of a job may change after it was created.</summary>
internal static class JobUpdateValidation
{
    private static readonly FieldPath Path = FieldPath.Root("spec");

    public static void Validate(TreeObject job, TreeObject oldJob, JobSpec spec, FieldErrors errors)
    {
        var tree = job.Object("spec") ?? new TreeObject();
        var old = oldJob.Object("spec") ?? new TreeObject();
        ValidateCompletions(tree, old, spec, errors);
        Immutable.Check(tree, old, "selector", Path, errors, spec.Selector is null ? null : GoText.Of(spec.Selector));
        ValidateTemplate(tree.Object("template"), old.Object("template"), MayBeRescheduled(oldJob), errors);
        Immutable.Check(tree, old, "completionMode", Path, errors);
        Immutable.Check(tree, old, "podFailurePolicy", Path, errors);
        Immutable.Check(tree, old, "backoffLimitPerIndex", Path, errors);
        Immutable.Check(tree, old, "managedBy", Path, errors);
        Immutable.Check(tree, old, "successPolicy", Path, errors);
    }

    /// <summary>Indexed jobs are elastic: they grow and shrink while every index has a pod of its own.</summary>
    private static void ValidateCompletions(TreeObject tree, TreeObject old, JobSpec spec, FieldErrors errors)
    {
        if (!JobSpecValidation.IsIndexed(spec))
            Immutable.Check(tree, old, "completions", Path, errors);
        else if (spec.Completions is not null && spec.Completions != old.Whole("completions") && spec.Completions != spec.Parallelism)
            errors.Invalid(Path.Child("completions"), spec.Completions, "can only be modified in tandem with spec.parallelism");
    }

    /// <summary>A queue decides where the pods of a suspended job go before the first of them is made.</summary>
    private static bool MayBeRescheduled(TreeObject oldJob) =>
        oldJob.Object("spec")?.Flag("suspend") == true && Immutable.Given(oldJob.Object("status")?["startTime"]) is null;

    private static void ValidateTemplate(TreeObject? template, TreeObject? old, bool reschedulable, FieldErrors errors)
    {
        if (template is not null && old is not null && reschedulable)
            old = WithPlacementOf(template, old);

        if (!Tree.Same(template, old))
            errors.Invalid(Path.Child("template"), template, Wording.Immutable);
    }

    private static TreeObject WithPlacementOf(TreeObject template, TreeObject old)
    {
        var result = old.CloneObject();
        var wanted = template.Object("spec") ?? new TreeObject();
        var spec = result.ObjectOrNew("spec");
        foreach (var name in (ReadOnlySpan<string>)["nodeSelector", "tolerations", "schedulingGates"])
            spec[name] = wanted[name];
        foreach (var name in (ReadOnlySpan<string>)["labels", "annotations"])
            result.ObjectOrNew("metadata")[name] = template.Object("metadata")?[name];

        var affinity = spec.Object("affinity") ?? new TreeObject();
        affinity["nodeAffinity"] = wanted.Object("affinity")?["nodeAffinity"];
        spec["affinity"] = affinity.Count > 0 || wanted.Object("affinity") is not null ? affinity : null;
        return result;
    }
}
