using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CloudletK8s.Api.Rules.Checks;

/// <summary>IP addresses and networks as Kubernetes reads them: leading zeros of IPv4 numbers are allowed, zones are not.</summary>
public static class IpAddresses
{
    public static bool TryParse(string value, out IPAddress address)
    {
        address = IPAddress.None;
        if (!value.Contains(':'))
            return TryParse4(value, out address);

        foreach (var character in value)
        {
            if (!char.IsAsciiHexDigit(character) && character is not (':' or '.'))
                return false;
        }

        if (!IPAddress.TryParse(value, out var parsed) || parsed.AddressFamily != AddressFamily.InterNetworkV6)
            return false;

        // An IPv4 address in IPv6 clothes is an IPv4 address.
        address = parsed.IsIPv4MappedToIPv6 ? parsed.MapToIPv4() : parsed;
        return true;
    }

    public static bool IsAddress(string value) => TryParse(value, out _);

    public static bool Is4(string value) => TryParse(value, out var address) && address.AddressFamily == AddressFamily.InterNetwork;

    public static bool Is6(string value) => TryParse(value, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6;

    public static bool TryParseNetwork(string value, out IPAddress address, out int prefixLength)
    {
        prefixLength = 0;
        var slash = value.IndexOf('/');
        address = IPAddress.None;
        if (slash < 0 || !TryParse(value[..slash], out address))
            return false;

        var bits = value.AsSpan(0, slash).Contains(':') ? 128 : 32;
        return int.TryParse(value.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out prefixLength) && prefixLength <= bits;
    }

    public static IReadOnlyList<string> Address(string value) =>
        IsAddress(value) ? [] : ["must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)"];

    public static IReadOnlyList<string> Address4(string value) => Is4(value) ? [] : ["must be a valid IPv4 address"];

    public static IReadOnlyList<string> Address6(string value) => Is6(value) ? [] : ["must be a valid IPv6 address"];

    public static IReadOnlyList<string> Network(string value) =>
        TryParseNetwork(value, out _, out _) ? [] : ["must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)"];

    private static bool TryParse4(string value, out IPAddress address)
    {
        address = IPAddress.None;
        Span<byte> bytes = stackalloc byte[4];
        var at = 0;
        var number = -1;
        for (var i = 0; i <= value.Length; i++)
        {
            if (i < value.Length && char.IsAsciiDigit(value[i]))
            {
                number = (Math.Max(number, 0) * 10) + value[i] - '0';
                if (number > 255)
                    return false;
                continue;
            }

            if (number < 0 || at == 4 || (i < value.Length && value[i] != '.'))
                return false;
            bytes[at++] = (byte)number;
            number = -1;
        }

        if (at != 4)
            return false;

        address = new(bytes);
        return true;
    }
}
