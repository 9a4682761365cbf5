using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace CloudletK8s.ApiServer.Allocation;

/// <summary>The addresses of a network that services may have: all but its own and, in IPv4, the broadcast address.</summary>
internal sealed class AddressRange : INumberRange
{
    /// <summary>Larger networks are used from the front only, as in Kubernetes.</summary>
    private const int LargestHostBits = 16;

    private readonly IPNetwork _network;
    private readonly UInt128 _base;

    public AddressRange(string cidr)
    {
        _network = IPNetwork.Parse(cidr);
        _base = Number(_network.BaseAddress);
        var is6 = _network.BaseAddress.AddressFamily == AddressFamily.InterNetworkV6;
        Family = is6 ? "IPv6" : "IPv4";
        var bits = (is6 ? 128 : 32) - _network.PrefixLength;
        var addresses = is6 ? 1L << Math.Min(bits, LargestHostBits) : 1L << bits;
        Count = (int)Math.Min(int.MaxValue, addresses - (is6 ? 1 : 2));
    }

    public string Family { get; }

    public int Count { get; }

    public int StaticCount => Count < 16 ? 0 : Math.Clamp(Count / 16, 16, 256);

    public string Full => "range is full";

    public string Taken => "provided IP is already allocated";

    public string At(int offset) => Address(_base + 1 + (UInt128)offset).ToString();

    /// <returns>Null when the address can be given to a service.</returns>
    public string? Outside(string address) => IPAddress.TryParse(address, out var parsed) && _network.Contains(parsed)
        && Number(parsed) - _base is var offset && offset >= 1 && offset <= (UInt128)Count
        ? null
        : $"the provided IP ({address}) is not in the valid range. The range of valid IPs is {_network}";

    private static UInt128 Number(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        _ = address.AddressFamily == AddressFamily.InterNetworkV6
            ? address.TryWriteBytes(bytes, out _)
            : address.TryWriteBytes(bytes[12..], out _);
        return BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }

    private IPAddress Address(UInt128 number)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, number);
        return new(Family == "IPv6" ? bytes : bytes[12..]);
    }
}
