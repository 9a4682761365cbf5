using CloudletK8s.Api.Apps.V1.Rules;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.FlowControl.V1.Rules;

internal sealed class FlowSchemaStrategy : FlowStrategy
{
    protected override void ValidateSpec(string name, TreeObject obj, FieldErrors errors) =>
        FlowSchemaValidation.Validate(name, Workloads.Spec<FlowSchemaSpec>(obj), Workloads.SpecPath, errors);

    protected override TreeObject? Mandatory(string name) => MandatoryFlows.FlowSpec(name);
}
