using CloudletK8s.Api.Records;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Core.V1.Rules.Pods;

/// <summary>Claims on devices that a pod waits for.</summary>
internal static class PodResourceClaimValidation
{
    public static void Validate(IReadOnlyList<PodResourceClaim>? claims, FieldPath path, FieldErrors errors)
    {
        var seen = default(Seen);
        for (var i = 0; i < claims?.Count; i++)
            Validate(claims[i], ref seen, path.Child("resourceClaims").Index(i), errors);
    }

    private static void Validate(PodResourceClaim claim, ref Seen seen, FieldPath path, FieldErrors errors)
    {
        var name = claim.Name ?? "";
        if (name.Length == 0)
            errors.Required(path.Child("name"));
        else if (!seen.Add(name))
            errors.Duplicate(path.Child("name"), name);
        else
            errors.Invalid(path.Child("name"), name, DnsNames.Label(name));

        if (claim.ResourceClaimName is not null && claim.ResourceClaimTemplateName is not null)
            errors.Invalid(path, RecordBinder.Write(claim), "at most one of `resourceClaimName` or `resourceClaimTemplateName` may be specified");
        if (claim.ResourceClaimName is null && claim.ResourceClaimTemplateName is null)
            errors.Invalid(path, RecordBinder.Write(claim), "must specify one of: `resourceClaimName`, `resourceClaimTemplateName`");
        if (claim.ResourceClaimName is { } claimName)
            errors.Invalid(path.Child("resourceClaimName"), claimName, DnsNames.Subdomain(claimName));
        if (claim.ResourceClaimTemplateName is { } templateName)
            errors.Invalid(path.Child("resourceClaimTemplateName"), templateName, DnsNames.Subdomain(templateName));
    }
}
