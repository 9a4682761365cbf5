using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Apps.V1.Rules;

/// <summary>The enumerated fields of workloads whose values errors list, in Kubernetes' order.</summary>
internal static class WorkloadFields
{
    public static readonly EnumField DeploymentStrategyType = EnumField.AsDeclared<DeploymentStrategy>("type");
    public static readonly EnumField DaemonSetStrategyType = EnumField.AsDeclared<DaemonSetUpdateStrategy>("type");
    public static readonly EnumField RetentionPolicy = EnumField.OfTexts("Retain", "Delete");
}
