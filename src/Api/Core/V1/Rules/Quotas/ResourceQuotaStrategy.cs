using CloudletK8s.Api.Records;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Core.V1.Rules.Quotas;

internal sealed class ResourceQuotaStrategy : KindStrategy
{
    public override bool CountsGeneration => false;

    public override bool ReturnsDeletedObject => true;

    public override void PrepareForCreate(TreeObject obj, RuleContext context) => obj.Set("status", new TreeObject());

    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors)
    {
        var quota = RecordBinder.Read<ResourceQuota>(obj);
        ResourceQuotaValidation.Validate(quota.Spec ?? new(), errors);
        ResourceQuotaValidation.Validate(quota.Status ?? new(), errors);
    }

    public override void ValidateUpdate(TreeObject obj, TreeObject old, RuleContext context, FieldErrors errors)
    {
        var quota = RecordBinder.Read<ResourceQuota>(obj);
        if (context.Subresource == "status")
        {
            ResourceQuotaValidation.Validate(quota.Status ?? new(), errors);
            return;
        }

        ResourceQuotaValidation.Validate(quota.Spec ?? new(), errors);
        var scopes = quota.Spec?.Scopes ?? [];
        if (!scopes.ToHashSet().SetEquals(old.Object("spec")?.List("scopes")?.Texts() ?? []))
            errors.Invalid(FieldPath.Root("spec").Child("scopes"), ShownAs.List("core.ResourceQuotaScope", quota.Spec?.Scopes), Wording.Immutable);
    }
}
