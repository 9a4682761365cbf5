using System.Globalization;

namespace CloudletK8s.ApiServer.Allocation;

/// <summary>The ports that services may have on every node.</summary>
internal sealed class PortRange(int first, int last) : INumberRange
{
    public int Count { get; } = last - first + 1;

    public int StaticCount => Count < 16 ? 0 : Math.Clamp(Count / 32, 16, 128);

    public string Full => "range is full";

    public string Taken => "provided port is already allocated";

    public string At(int offset) => (first + offset).ToString(CultureInfo.InvariantCulture);

    public string? Outside(string value) => int.TryParse(value, out var port) && port >= first && port <= last
        ? null
        : $"provided port is not in the valid range. The range of valid ports is {first}-{last}";
}
