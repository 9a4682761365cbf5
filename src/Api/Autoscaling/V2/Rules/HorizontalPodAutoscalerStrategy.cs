using CloudletK8s.Api.Apps.V1.Rules;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Autoscaling.V2.Rules;

internal sealed class HorizontalPodAutoscalerStrategy : KindStrategy
{
    public override bool CountsGeneration => false;

    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors) =>
        HorizontalPodAutoscalerValidation.Validate(Workloads.Spec<HorizontalPodAutoscalerSpec>(obj), 1, Workloads.SpecPath, errors);

    public override void ValidateUpdate(TreeObject obj, TreeObject old, RuleContext context, FieldErrors errors)
    {
        if (context.Subresource == "status")
        {
            Numbers.NonNegative(obj.Object("status")?.Whole("currentReplicas"), Workloads.StatusPath, "currentReplicas", errors);
            Numbers.NonNegative(obj.Object("status")?.Whole("desiredReplicas"), Workloads.StatusPath, "desiredReplicas", errors);
            return;
        }

        // Zero is not switched on; who has it already may keep it.
        var fewest = old.Object("spec")?.Whole("minReplicas") == 0 ? 0 : 1;
        HorizontalPodAutoscalerValidation.Validate(Workloads.Spec<HorizontalPodAutoscalerSpec>(obj), fewest, Workloads.SpecPath, errors);
    }
}
