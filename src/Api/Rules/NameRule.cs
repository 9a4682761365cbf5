namespace CloudletK8s.Api.Rules;

public enum NameRule
{
    /// <summary>RFC 1123 subdomain, 253 characters.</summary>
    DnsSubdomain,

    /// <summary>RFC 1123 label, 63 characters.</summary>
    DnsLabel,

    /// <summary>RFC 1035 label (starts with a letter), 63 characters.</summary>
    Dns1035Label,

    /// <summary>Anything that can stand in a path segment (RBAC).</summary>
    PathSegment,
}
