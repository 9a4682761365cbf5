using CloudletK8s.Api.Conversions;
using CloudletK8s.Api.Records;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Core.V1.Rules;

/// <summary>
/// Events are kept as core/v1, with names as free as they always were. A request to events.k8s.io/v1 is held to more; its errors
/// name the fields as core/v1 does, as in Kubernetes.
/// </summary>
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

    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors)
    {
        var record = RecordBinder.Read<Event>(obj);
        EventRules.Validate(record, errors);
        if (context.ApiVersion != EventConversion.Events)
            return;

        var name = record.Metadata?.Name ?? "";
        errors.Invalid(FieldPath.Root("metadata").Child("name"), name, DnsNames.Subdomain(name));
        EventRules.ValidateStrict(record, errors);
    }

    public override void ValidateUpdate(TreeObject obj, TreeObject old, RuleContext context, FieldErrors errors)
    {
        var record = RecordBinder.Read<Event>(obj);
        EventRules.Validate(record, errors);
        if (context.ApiVersion == EventConversion.Events)
            EventRules.ValidateStrictUpdate(record, obj, old, errors);
    }
}
