using System.Net;
using CloudletK8s.Api.Cel.Types;

namespace CloudletK8s.Api.Cel.Library;

internal static class Addresses
{
    private const string Name = IpValue.Name;

    public static IEnumerable<CelOverload> All { get; } =
    [
        CelOverload.Of($"ip(string) {Name}", (run, args) => Read(run, args[0], out var error) ?? throw new CelException(error!)),
        CelOverload.Of("isIP(string) bool", (run, args) => Read(run, args[0], out _) is not null),
        CelOverload.Of("::ip.isCanonical(string) bool", (run, args) =>
            (Read(run, args[0], out var error) ?? throw new CelException(error!)).ToString() == (string)args[0]!),
        CelOverload.Of($"{Name}.family() int", (_, args) => Ip(args).IsV4 ? 4L : 6L),
        CelOverload.Of($"{Name}.isUnspecified() bool", (_, args) => Ip(args).Address.Equals(IPAddress.Any) || Ip(args).Address.Equals(IPAddress.IPv6Any)),
        CelOverload.Of($"{Name}.isLoopback() bool", (_, args) => IPAddress.IsLoopback(Ip(args).Address)),
        CelOverload.Of($"{Name}.isLinkLocalMulticast() bool", (_, args) => IsLinkLocalMulticast(Ip(args))),
        CelOverload.Of($"{Name}.isLinkLocalUnicast() bool", (_, args) => IsLinkLocal(Ip(args))),
        CelOverload.Of($"{Name}.isGlobalUnicast() bool", (_, args) => IsGlobal(Ip(args))),
    ];

    private static IpValue? Read(CelRun run, object? text, out string? error)
    {
        run.ChargeFor(((string)text!).Length);
        return IpValue.Read((string)text, out error);
    }

    private static IpValue Ip(object?[] args) => (IpValue)args[0]!;

    private static bool IsLinkLocalMulticast(IpValue ip) => ip.Address.GetAddressBytes() is var bytes && (ip.IsV4
        ? bytes is [224, 0, 0, ..]
        : bytes[0] == 0xff && (bytes[1] & 0x0f) == 0x02);

    private static bool IsLinkLocal(IpValue ip) => ip.IsV4 ? ip.Address.GetAddressBytes() is [169, 254, ..] : ip.Address.IsIPv6LinkLocal;

    private static bool IsMulticast(IpValue ip) => ip.IsV4 ? ip.Address.GetAddressBytes()[0] is >= 224 and <= 239 : ip.Address.IsIPv6Multicast;

    private static bool IsGlobal(IpValue ip) => !IPAddress.IsLoopback(ip.Address) && !IsLinkLocal(ip) && !IsMulticast(ip)
        && !ip.Address.Equals(IPAddress.Any) && !ip.Address.Equals(IPAddress.IPv6Any) && !ip.Address.Equals(IPAddress.Broadcast);
}
