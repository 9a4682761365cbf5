using System.Globalization;

namespace CloudletK8s.ApiServer.Discovery;

/// <summary>Kubernetes' order of versions: v10 over v2 over v1beta2 over v1beta1 over v1alpha1 over anything else, which goes by name.</summary>
internal sealed class VersionOrder : IComparer<string>
{
    public static VersionOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var left = Parse(x!);
        var right = Parse(y!);
        if (left is null && right is null)
            return string.CompareOrdinal(y, x);
        if (left is not { } a)
            return -1;
        if (right is not { } b)
            return 1;

        return a.Stability != b.Stability ? a.Stability.CompareTo(b.Stability)
            : a.Major != b.Major ? a.Major.CompareTo(b.Major)
            : a.Minor.CompareTo(b.Minor);
    }

    private static (int Stability, int Major, int Minor)? Parse(string version)
    {
        if (version.Length < 2 || version[0] != 'v')
            return null;

        var at = 1;
        if (!TryNumber(version, ref at, out var major))
            return null;
        if (at == version.Length)
            return (2, major, 0);

        var (stability, name) = version.AsSpan(at).StartsWith("beta") ? (1, "beta") : (0, "alpha");
        if (!version.AsSpan(at).StartsWith(name))
            return null;

        at += name.Length;
        return TryNumber(version, ref at, out var minor) && at == version.Length ? (stability, major, minor) : null;
    }

    private static bool TryNumber(string text, ref int at, out int number)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        number = 0;
        return at > start && text[start] != '0'
            && int.TryParse(text.AsSpan(start, at - start), NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
