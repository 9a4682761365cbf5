using CloudletK8s.Api.Records;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Core.V1.Rules.Quotas;

internal sealed class LimitRangeStrategy : KindStrategy
{
    public override bool AllowCreateOnUpdate => true;

    public override bool CountsGeneration => false;

    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors) =>
        LimitRangeValidation.Validate(RecordBinder.Read<LimitRange>(obj), errors);

    public override void ValidateUpdate(TreeObject obj, TreeObject old, RuleContext context, FieldErrors errors) =>
        LimitRangeValidation.Validate(RecordBinder.Read<LimitRange>(obj), errors);
}
