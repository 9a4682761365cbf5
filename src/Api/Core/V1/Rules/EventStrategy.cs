using CloudletK8s.Api.Records;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Core.V1.Rules;

/// <summary>Events of core/v1: names are as free as they always were.</summary>
internal sealed class EventStrategy : KindStrategy
{
    public override NameRule NameRule => NameRule.PathSegment;

    public override bool AllowCreateOnUpdate => true;

    public override bool CountsGeneration => false;

    public override void PrepareForCreate(TreeObject obj, RuleContext context)
    {
    }

    public override void PrepareForUpdate(TreeObject obj, TreeObject old, RuleContext context)
    {
    }

    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors) =>
        EventRules.Validate(RecordBinder.Read<Event>(obj), errors);

    public override void ValidateUpdate(TreeObject obj, TreeObject old, RuleContext context, FieldErrors errors) =>
        EventRules.Validate(RecordBinder.Read<Event>(obj), errors);
}
