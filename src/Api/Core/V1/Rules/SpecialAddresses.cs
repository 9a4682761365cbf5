using System.Net.Sockets;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Core.V1.Rules;

/// <summary>Endpoints and external addresses may not point at a node itself or at nothing.</summary>
public static class SpecialAddresses
{
    public static void Forbid(string value, FieldPath path, FieldErrors errors)
    {
        if (!IpAddresses.TryParse(value, out var address))
        {
            errors.Invalid(path, value, "must be a valid IP address");
            return;
        }

        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out var length);
        var is4 = address.AddressFamily == AddressFamily.InterNetwork;
        if (!bytes[..length].ContainsAnyExcept((byte)0))
            errors.Invalid(path, value, $"may not be unspecified ({value})");
        if (is4 ? bytes[0] == 127 : System.Net.IPAddress.IsLoopback(address))
            errors.Invalid(path, value, "may not be in the loopback range (127.0.0.0/8, ::1/128)");
        if (is4 ? bytes[0] == 169 && bytes[1] == 254 : address.IsIPv6LinkLocal)
            errors.Invalid(path, value, "may not be in the link-local range (169.254.0.0/16, fe80::/10)");
        if (is4 ? bytes[0] == 224 && bytes[1] == 0 && bytes[2] == 0 : bytes[0] == 0xff && (bytes[1] & 0x0f) == 2)
            errors.Invalid(path, value, "may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)");
    }
}
