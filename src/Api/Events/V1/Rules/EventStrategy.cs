using CloudletK8s.Api.Conversions;
using CloudletK8s.Api.Core.V1.Rules;
using CloudletK8s.Api.Records;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Events.V1.Rules;

/// <summary>Events of events.k8s.io/v1. Errors name the fields as core/v1 does: that is what Kubernetes checks.</summary>
internal sealed class EventStrategy : KindStrategy
{
    public override bool AllowCreateOnUpdate => true;

    public override bool CountsGeneration => false;

    public override void PrepareForCreate(TreeObject obj, RuleContext context)
    {
    }

    public override void PrepareForUpdate(TreeObject obj, TreeObject old, RuleContext context)
    {
    }

    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors)
    {
        var record = RecordBinder.Read<Core.V1.Event>(EventConversion.ToCore(obj));
        EventRules.Validate(record, errors);
        EventRules.ValidateStrict(record, errors);
    }

    public override void ValidateUpdate(TreeObject obj, TreeObject old, RuleContext context, FieldErrors errors)
    {
        var tree = EventConversion.ToCore(obj);
        var record = RecordBinder.Read<Core.V1.Event>(tree);
        EventRules.Validate(record, errors);
        EventRules.ValidateStrictUpdate(record, tree, EventConversion.ToCore(old), errors);
    }
}
