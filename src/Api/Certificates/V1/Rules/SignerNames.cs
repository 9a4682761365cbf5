using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Certificates.V1.Rules;

/// <summary>Names of signers: a domain and a path ("kubernetes.io/kubelet-serving").</summary>
internal static class SignerNames
{
    private const int LongestSegments = 571;

    public static void Check(string? name, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(name))
        {
            errors.Required(path);
            return;
        }

        var slash = name.IndexOf('/');
        if (slash < 0 || name.Count('/') > 1)
        {
            errors.Invalid(path, name, "must be a fully qualified domain and path of the form 'example.com/signer-name'");
            return;
        }

        var domain = name[..slash];
        var signer = name[(slash + 1)..];
        errors.Invalid(path, domain, [.. DnsNames.Subdomain(domain).Select(wrong => "validating label \"" + domain + "\": " + wrong)]);
        if (!domain.Contains('.'))
            errors.Invalid(path, domain, "should be a domain with at least two segments separated by dots");
        errors.Invalid(path, signer, [.. DnsNames.Subdomain(signer).Select(wrong => "validating label \"" + signer + "\": " + wrong)]);
        if (name.Length > LongestSegments)
            errors.TooLong(path, LongestSegments);
    }
}
