using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Batch.V1.Rules;

/// <summary>The enumerated fields of jobs, with their values as errors list them.</summary>
internal static class JobFields
{
    public static readonly EnumField CompletionMode = EnumField.AsDeclared<JobSpec>("completionMode");
    public static readonly EnumField PodReplacementPolicy = EnumField.Of<JobSpec>("podReplacementPolicy");
    public static readonly EnumField FailureAction = EnumField.Of<PodFailurePolicyRule>("action");
    public static readonly EnumField ExitCodeOperator = EnumField.Of<PodFailurePolicyOnExitCodesRequirement>("operator");
    public static readonly EnumField ConditionStatus = EnumField.OfTexts("False", "True", "Unknown");
    public static readonly EnumField ConcurrencyPolicy = EnumField.AsDeclared<CronJobSpec>("concurrencyPolicy");

    /// <summary>The values as Go prints a list of texts.</summary>
    public static string ValidValues(EnumField field) => "valid values: [" + string.Join(" ", field.Values.Select(value => $"\"{value}\"")) + "]";
}
