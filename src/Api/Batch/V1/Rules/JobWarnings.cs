using CloudletK8s.Api.Apps.V1.Rules;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Batch.V1.Rules;

internal static class JobWarnings
{
    private const long ManyCompletions = 100_000;
    private const long ManyParallel = 10_000;

    public static void Add(TreeObject? spec, FieldPath path, RuleContext context)
    {
        if (spec?.Text("completionMode") == "Indexed" && spec.Whole("completions") > ManyCompletions && spec.Whole("parallelism") > ManyParallel)
        {
            context.Warnings.Add($"{path}: In Indexed Jobs with a number of completions higher than 10^5 and a parallelism higher than 10^4, "
                + "Kubernetes might not be able to track completedIndexes when a big number of indexes fail");
        }

        PodTemplates.Warn(spec?.Object("template"), path.Child("template"), context);
    }
}
