using System.Net;
using System.Numerics;

namespace CloudletK8s.Reconcilers.NodeIpam;

/// <summary>The networks that a cluster's range is cut into, one a node.</summary>
internal sealed class NodeNetworks
{
    /// <summary>Large enough for the nodes that one control plane is built for, and beside the range of the services.</summary>
    public const string DefaultRange = "10.192.0.0/11";

    private readonly UInt128 _first;
    private readonly int _bits;
    private readonly int _prefix;
    private readonly bool _isV6;

    /// <param name="range">The cluster's range.</param>
    /// <param name="prefix">The length of a node's prefix.</param>
    /// <exception cref="ArgumentException">A node's network would be larger than the range.</exception>
    public NodeNetworks(string range = DefaultRange, int prefix = 24)
    {
        var network = IPNetwork.Parse(range);
        if (prefix < network.PrefixLength || prefix - network.PrefixLength > MostBits)
            throw new ArgumentException($"the networks of nodes (/{prefix}) must be smaller than the cluster's {range}, and at most 2^{MostBits} of them", nameof(prefix));

        _isV6 = network.BaseAddress.GetAddressBytes().Length > 4;
        _first = Value(network.BaseAddress);
        _bits = prefix - network.PrefixLength;
        _prefix = prefix;
    }

    private const int MostBits = 16;

    public int Count => 1 << _bits;

    private int Size => (_isV6 ? 128 : 32) - _prefix;

    public string this[int index]
    {
        get
        {
            var value = _first + ((UInt128)index << Size);
            var bytes = ((BigInteger)value).ToByteArray(isUnsigned: true, isBigEndian: true);
            var address = new byte[_isV6 ? 16 : 4];
            bytes.CopyTo(address, address.Length - bytes.Length);
            return $"{new IPAddress(address)}/{_prefix}";
        }
    }

    /// <summary>The networks of ours that a network touches; none when it is not of the range or no network.</summary>
    public Range Touched(string? text)
    {
        if (!IPNetwork.TryParse(text, out var network) || (network.BaseAddress.GetAddressBytes().Length > 4) != _isV6)
            return default;

        var all = (BigInteger)Count;
        var from = ((BigInteger)Value(network.BaseAddress) - _first) >> Size;
        var count = network.PrefixLength >= _prefix ? BigInteger.One : BigInteger.One << (_prefix - network.PrefixLength);
        var (start, end) = (BigInteger.Max(from, 0), BigInteger.Min(from + count, all));
        return end <= start ? default : (int)start..(int)end;
    }

    private static UInt128 Value(IPAddress address) => (UInt128)new BigInteger(address.GetAddressBytes(), isUnsigned: true, isBigEndian: true);
}
