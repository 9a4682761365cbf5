using System.Globalization;
using System.Net;
using CloudletK8s.Api.Cel.Types;
using CloudletK8s.Api.Cel.Values;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Cel.Library;

/// <summary>CIDRs.</summary>
internal static class AddressRanges
{
    private const string Name = "net.CIDR";

    public static IEnumerable<CelOverload> All { get; } =
    [
        CelOverload.Of($"cidr(string) {Name}", (run, args) => Read(run, args[0]) ?? throw NoRange(args[0])),
        CelOverload.Of("isCIDR(string) bool", (run, args) => Read(run, args[0]) is not null),
        CelOverload.Of($"{Name}.containsIP(string) bool", (_, args) =>
            Range(args[0]).Contains((IpValue.Read((string)args[1]!, out var error) ?? throw new CelException(error!)).Address)),
        CelOverload.Of($"{Name}.containsIP({IpValue.Name}) bool", (_, args) => Range(args[0]).Contains(((IpValue)args[1]!).Address)),
        CelOverload.Of($"{Name}.containsCIDR(string) bool", (run, args) => Range(args[0]).Contains(Read(run, args[1]) ?? throw NoRange(args[1]))),
        CelOverload.Of($"{Name}.containsCIDR({Name}) bool", (_, args) => Range(args[0]).Contains(Range(args[1]))),
        CelOverload.Of($"{Name}.ip() {IpValue.Name}", (_, args) => new IpValue(Range(args[0]).Address)),
        CelOverload.Of($"{Name}.masked() {Name}", (_, args) => Range(args[0]).Masked()),
        CelOverload.Of($"{Name}.prefixLength() int", (_, args) => (long)Range(args[0]).Length),
    ];

    private static AddressRange? Read(CelRun run, object? text)
    {
        run.ChargeFor(((string)text!).Length);
        return AddressRange.Read((string)text);
    }

    private static AddressRange Range(object? value) => (AddressRange)value!;

    private static CelException NoRange(object? text) => new($"network address parse error during conversion from string: netip.ParsePrefix({GoQuote.Text((string)text!)})");

    private sealed record AddressRange(IPAddress Address, int Length) : ICelOpaque
    {
        public string TypeName => Name;

        public static AddressRange? Read(string text)
        {
            var slash = text.IndexOf('/');
            return slash > 0
                && IpValue.Read(text[..slash], out _) is { } ip
                && int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
                && length <= (ip.IsV4 ? 32 : 128)
                ? new(ip.Address, length)
                : null;
        }

        public AddressRange Masked() => new(new IPNetwork(Cut(Address), Length).BaseAddress, Length);

        public bool Contains(IPAddress other) => other.AddressFamily == Address.AddressFamily && Cut(other).Equals(Cut(Address));

        public bool Contains(AddressRange other) => other.Length >= Length && Contains(other.Address);

        public override string ToString() => $"{Address}/{Length}";

        private IPAddress Cut(IPAddress address)
        {
            var bytes = address.GetAddressBytes();
            for (var i = 0; i < bytes.Length; i++)
            {
                var bits = Math.Clamp(Length - (i * 8), 0, 8);
                bytes[i] &= (byte)(0xff << (8 - bits));
            }

            return new(bytes);
        }
    }
}
