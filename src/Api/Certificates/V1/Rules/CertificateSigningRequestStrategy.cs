using CloudletK8s.Api.Records;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Certificates.V1.Rules;

/// <summary>Who asks is written down by the server; what was asked never changes.</summary>
internal sealed class CertificateSigningRequestStrategy : KindStrategy
{
    private static readonly FieldPath Certificate = FieldPath.Root("status").Child("certificate");

    /// <summary>Any name will do.</summary>
    public override NameRule NameRule => NameRule.PathSegment;

    public override bool CountsGeneration => false;

    public override void PrepareForCreate(TreeObject obj, RuleContext context)
    {
        base.PrepareForCreate(obj, context);
        var spec = obj.ObjectOrNew("spec");
        spec["username"] = TextOrNull(context.UserName);
        spec["uid"] = TextOrNull(context.UserUid);
        spec["groups"] = context.UserGroups.Count > 0 ? TreeList.OfTexts(context.UserGroups) : null;
        spec["extra"] = ExtraOf(context);
    }

    public override void PrepareForUpdate(TreeObject obj, TreeObject old, RuleContext context)
    {
        Keep(obj, old, "spec");
        switch (context.Subresource)
        {
            case "status":
                SigningConditions.Preserve(obj, old, "Approved");
                SigningConditions.Preserve(obj, old, "Denied");
                SigningConditions.Stamp(obj, old, context.Now);
                break;
            case "approval":
                var conditions = obj.Object("status")?["conditions"];
                Keep(obj, old, "status");
                if (conditions is not null || obj.Object("status") is not null)
                    obj.ObjectOrNew("status")["conditions"] = conditions;
                SigningConditions.Stamp(obj, old, context.Now);
                break;
            default:
                Keep(obj, old, "status");
                break;
        }
    }

    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors) =>
        CertificateSigningRequestValidation.Validate(RecordBinder.Read<CertificateSigningRequest>(obj), null, errors);

    public override void ValidateUpdate(TreeObject obj, TreeObject old, RuleContext context, FieldErrors errors)
    {
        var next = RecordBinder.Read<CertificateSigningRequest>(obj);
        var before = RecordBinder.Read<CertificateSigningRequest>(old);
        CertificateSigningRequestValidation.Validate(next, before, errors);
        SigningConditions.ValidateKept(obj, old, context.Subresource == "approval", errors);
        if (CertificateSigningRequestValidation.Same(next.Status?.Certificate, before.Status?.Certificate))
            return;

        if (context.Subresource != "status")
            errors.Forbidden(Certificate, "updates may not set certificate content");
        else if (before.Status?.Certificate is { Length: > 0 })
            errors.Forbidden(Certificate, "updates may not modify existing certificate content");
    }

    private static TreeText? TextOrNull(string text) => text.Length > 0 ? new(text) : null;

    private static TreeObject? ExtraOf(RuleContext context)
    {
        if (context.UserExtra.Count == 0)
            return null;

        var extra = new TreeObject();
        foreach (var (key, values) in context.UserExtra)
            extra.Set(key, TreeList.OfTexts(values));
        return extra;
    }
}
