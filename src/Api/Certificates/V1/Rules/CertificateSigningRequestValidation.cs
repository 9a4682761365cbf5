using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Certificates.V1.Rules;

internal static class CertificateSigningRequestValidation
{
    private const string LegacySigner = "kubernetes.io/legacy-unknown";
    private const int ShortestSeconds = 600;

    private static readonly FieldPath Spec = FieldPath.Root("spec");
    private static readonly FieldPath Status = FieldPath.Root("status");
    private static readonly EnumField Statuses = EnumField.OfTexts("False", "True", "Unknown");

    private static readonly EnumField Usages = EnumField.OfTexts(
        "any", "cert sign", "client auth", "code signing", "content commitment", "crl sign", "data encipherment", "decipher only",
        "digital signature", "email protection", "encipher only", "ipsec end system", "ipsec tunnel", "ipsec user", "key agreement",
        "key encipherment", "microsoft sgc", "netscape sgc", "ocsp signing", "s/mime", "server auth", "signing", "timestamping");

    /// <param name="old">What it already has may stay although it could not be created today.</param>
    public static void Validate(CertificateSigningRequest request, CertificateSigningRequest? old, FieldErrors errors)
    {
        ValidateSpec(request.Spec ?? new(), old?.Spec, errors);
        ValidateConditions(request.Status?.Conditions ?? [], old?.Status?.Conditions ?? [], errors);

        var certificate = request.Status?.Certificate;
        var before = old?.Status?.Certificate;
        var tolerated = old is not null && (Same(certificate, before) || SigningRequests.CheckCertificate(before) is not null);
        if (!tolerated && SigningRequests.CheckCertificate(certificate) is { } wrong)
            errors.Invalid(Status.Child("certificate"), "<certificate data>", wrong);
    }

    public static bool Same(byte[]? left, byte[]? right) => (left ?? []).AsSpan().SequenceEqual(right ?? []);

    private static void ValidateSpec(CertificateSigningRequestSpec spec, CertificateSigningRequestSpec? old, FieldErrors errors)
    {
        if (SigningRequests.CheckRequest(spec.Request) is { } wrong)
            errors.InvalidHidden(Spec.Child("request"), wrong);

        var usages = spec.Usages ?? [];
        var before = old?.Usages ?? [];
        if (usages.Count == 0)
            errors.Required(Spec.Child("usages"));
        for (var i = 0; i < usages.Count && before.All(Usages.Has); i++)
        {
            if (!Usages.Has(usages[i]))
                errors.NotSupported(Spec.Child("usages").Index(i), usages[i], Usages.Values);
        }

        var seen = new HashSet<string>();
        for (var i = 0; i < usages.Count && before.Distinct().Count() == before.Count; i++)
        {
            if (!seen.Add(usages[i]))
                errors.Duplicate(Spec.Child("usages").Index(i), usages[i]);
        }

        if (spec.SignerName == LegacySigner && old?.SignerName != LegacySigner)
            errors.Invalid(Spec.Child("signerName"), spec.SignerName, "the legacy signerName is not allowed via this API version");
        else
            SignerNames.Check(spec.SignerName, Spec.Child("signerName"), errors);
        if (spec.ExpirationSeconds < ShortestSeconds)
            errors.Invalid(Spec.Child("expirationSeconds"), spec.ExpirationSeconds, "may not specify a duration less than 600 seconds (10 minutes)");
    }

    private static void ValidateConditions(
        IReadOnlyList<CertificateSigningRequestCondition> conditions, IReadOnlyList<CertificateSigningRequestCondition> old, FieldErrors errors)
    {
        var allowEmptyType = old.Any(condition => string.IsNullOrEmpty(condition.Type));
        var allowDuplicates = old.DistinctBy(condition => condition.Type).Count() < old.Count;
        var allowBoth = old.Any(condition => condition.Type == "Approved") && old.Any(condition => condition.Type == "Denied");
        var seen = new HashSet<string>();
        for (var i = 0; i < conditions.Count; i++)
        {
            var path = Status.Child("conditions").Index(i);
            var type = conditions[i].Type ?? "";
            if (type.Length == 0 && !allowEmptyType)
                errors.Required(path.Child("type"));
            ValidateStatus(type, conditions[i].Status, path, errors);
            if (!allowBoth && ((type == "Approved" && seen.Contains("Denied")) || (type == "Denied" && seen.Contains("Approved"))))
                errors.Invalid(path.Child("type"), type, "Approved and Denied conditions are mutually exclusive");
            if (!seen.Add(type) && !allowDuplicates)
                errors.Duplicate(path.Child("type"), type);
        }
    }

    /// <summary>A decision holds or is not there.</summary>
    private static void ValidateStatus(string type, string? status, FieldPath path, FieldErrors errors)
    {
        if (type is not ("Approved" or "Denied" or "Failed"))
            Statuses.CheckRequired(status, path, "status", errors);
        else if (string.IsNullOrEmpty(status))
            errors.Required(path.Child("status"));
        else if (status != "True")
            errors.NotSupported(path.Child("status"), status, ["True"]);
    }
}
