using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Batch.V1.Rules;

/// <summary>What a job gets that did not say; a cron job's template stays as it was given.</summary>
internal static class JobDefaults
{
    private const int Retries = 6;

    public static void Apply(TreeObject job)
    {
        if (job.Object("spec") is not { } spec)
            return;

        if (Absent(spec, "completions") && Absent(spec, "parallelism"))
            spec.Set("completions", 1);
        Fill(spec, "parallelism", TreeNumber.Of(1));
        Fill(spec, "backoffLimit", TreeNumber.Of(Absent(spec, "backoffLimitPerIndex") ? Retries : int.MaxValue));
        Fill(spec, "completionMode", new TreeText("NonIndexed"));
        Fill(spec, "suspend", TreeFlag.False);
        Fill(spec, "podReplacementPolicy", new TreeText(Absent(spec, "podFailurePolicy") ? "TerminatingOrFailed" : "Failed"));
        Fill(spec, "manualSelector", TreeFlag.False);
        TakeLabelsOfTemplate(job);
    }

    /// <summary>A job without labels of its own shows those of its pods, the generated ones too.</summary>
    public static void TakeLabelsOfTemplate(TreeObject job)
    {
        if (job.Object("spec", "template")?.Object("metadata", "labels") is not { Count: > 0 } labels)
            return;

        var metadata = job.ObjectOrNew("metadata");
        if (metadata.Object("labels") is not { Count: > 0 })
            metadata.Set("labels", labels.Clone());
    }

    private static bool Absent(TreeObject obj, string name) => Immutable.Given(obj[name]) is null;

    private static void Fill(TreeObject obj, string name, Tree value)
    {
        if (Absent(obj, name))
            obj.Set(name, value);
    }
}
