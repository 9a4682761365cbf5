namespace CloudletK8s.Reconcilers.Certificates.Requests;

/// <summary>What the certificates of nodes must look like. Each check says what is wrong, or null.</summary>
internal static class KubeletRequests
{
    private const string NodePrefix = "system:node:";
    private static readonly string[] Nodes = ["system:nodes"];
    private static readonly string[] ClientUsages = ["client auth", "digital signature", "key encipherment"];
    private static readonly string[] ServerUsages = ["digital signature", "key encipherment", "server auth"];

    public static string? CheckClient(AskedCertificate asked, IReadOnlyList<string> usages) =>
        !asked.Organizations.SequenceEqual(Nodes) ? "subject organization is not system:nodes"
        : asked.Has(AlternativeNameType.Dns) ? "DNS subjectAltNames are not allowed"
        : asked.Has(AlternativeNameType.Email) ? "Email subjectAltNames are not allowed"
        : asked.Has(AlternativeNameType.IpAddress) ? "IP subjectAltNames are not allowed"
        : asked.Has(AlternativeNameType.Uri) ? "URI subjectAltNames are not allowed"
        : !asked.CommonName.StartsWith(NodePrefix, StringComparison.Ordinal) ? "subject common name does not begin with system:node:"
        : CheckUsages(usages, ClientUsages);

    public static string? CheckServer(AskedCertificate asked, IReadOnlyList<string> usages) =>
        !asked.Organizations.SequenceEqual(Nodes) ? "subject organization is not system:nodes"
        : !asked.Has(AlternativeNameType.Dns) && !asked.Has(AlternativeNameType.IpAddress) ? "DNS or IP subjectAltName is required"
        : asked.Has(AlternativeNameType.Email) ? "Email subjectAltNames are not allowed"
        : asked.Has(AlternativeNameType.Uri) ? "URI subjectAltNames are not allowed"
        : CheckUsages(usages, ServerUsages) is { } wrong ? wrong
        : !asked.CommonName.StartsWith(NodePrefix, StringComparison.Ordinal) ? "subject common name does not begin with system:node:"
        : null;

    /// <summary>Key encipherment is for RSA keys, and may be left out.</summary>
    private static string? CheckUsages(IReadOnlyList<string> usages, string[] required)
    {
        var given = usages.ToHashSet(StringComparer.Ordinal);
        return given.SetEquals(required) || given.SetEquals(required.Where(usage => usage != "key encipherment")) ? null
            : $"usages did not match [{string.Join(' ', required)}]";
    }
}
