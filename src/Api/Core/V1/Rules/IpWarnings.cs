using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Core.V1.Rules;

/// <summary>Spellings of addresses that are accepted and still cause trouble.</summary>
internal static class IpWarnings
{
    public static void Address(string field, string value, IList<string> warnings)
    {
        if (!IpAddresses.TryParse(value, out var address))
            return;

        if (HasLeadingZero(value))
            warnings.Add($"{field}: IP address was accepted, but will be invalid in a future Kubernetes release: ParseAddr(\"{value}\"): IPv4 field has octet with leading zero");
        else if (value.Contains(':') && address.ToString() is var canonical && canonical != value)
            warnings.Add($"{field}: IPv6 address \"{value}\" is not in RFC 5952 canonical format (\"{canonical}\"), which may cause controller apply-loops");
    }

    public static void Network(string field, string value, IList<string> warnings)
    {
        if (!IpAddresses.TryParseNetwork(value, out var address, out var length))
            return;

        if (HasLeadingZero(value[..value.IndexOf('/')]))
        {
            warnings.Add(
                $"{field}: IP Prefix was accepted, but will be invalid in a future Kubernetes release: netip.ParsePrefix(\"{value}\"): ParseAddr(\"{value[..value.IndexOf('/')]}\"): IPv4 field has octet with leading zero");
        }
        else if (value.Contains(':') && $"{address}/{length}" is var canonical && canonical != value)
        {
            warnings.Add($"{field}: IPv6 prefix \"{value}\" is not in RFC 5952 canonical format (\"{canonical}\"), which may cause controller apply-loops");
        }
    }

    private static bool HasLeadingZero(string value)
    {
        if (value.Contains(':'))
            return false;

        foreach (var part in value.Split('.'))
        {
            if (part.Length > 1 && part[0] == '0')
                return true;
        }

        return false;
    }
}
