using System.Net;
using System.Net.Sockets;
using CloudletK8s.Api.Cel.Values;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Cel.Library;

internal sealed record IpValue(IPAddress Address) : ICelOpaque
{
    public const string Name = "net.IP";

    public string TypeName => Name;

    public bool IsV4 => Address.AddressFamily == AddressFamily.InterNetwork;

    /// <summary>As Kubernetes reads them here: neither zones nor IPv4 in the clothes of IPv6.</summary>
    public static IpValue? Read(string text, out string? error)
    {
        error = null;
        var fits = IPAddress.TryParse(text, out var address)
            && !text.Contains('[')
            && (address.AddressFamily == AddressFamily.InterNetworkV6 || (text.Count('.') == 3 && text.Split('.').All(part => part.Length is > 0 and < 4 && (part.Length == 1 || part[0] != '0'))));
        if (!fits)
            error = $"IP Address {GoQuote.Text(text)} parse error during conversion from string: ParseAddr({GoQuote.Text(text)}): unable to parse IP";
        else if (text.Contains('%'))
            error = $"IP Address {GoQuote.Text(text)} with zone value is not allowed";
        else if (address!.IsIPv4MappedToIPv6)
            error = $"IPv4-mapped IPv6 address {GoQuote.Text(text)} is not allowed";
        return error is null ? new(address!) : null;
    }

    public override string ToString() => Address.ToString();
}
