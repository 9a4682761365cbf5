using CloudletK8s.Api.Apps.V1.Rules;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Networking.V1.Rules;

internal sealed class NetworkPolicyStrategy : KindStrategy
{
    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors) =>
        NetworkPolicyValidation.Validate(Workloads.Spec<NetworkPolicySpec>(obj), Workloads.SpecPath, false, errors);

    public override void ValidateUpdate(TreeObject obj, TreeObject old, RuleContext context, FieldErrors errors)
    {
        var tolerant = LabelSelectorValidation.HasInvalidValue(Workloads.Spec<NetworkPolicySpec>(old).PodSelector);
        NetworkPolicyValidation.Validate(Workloads.Spec<NetworkPolicySpec>(obj), Workloads.SpecPath, tolerant, errors);
    }
}
