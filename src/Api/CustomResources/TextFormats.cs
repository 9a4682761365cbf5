using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.CustomResources;

/// <summary>The formats of texts that custom resources are held to. Others are ignored, as Kubernetes ignores them.</summary>
internal static partial class TextFormats
{
    private static readonly Dictionary<string, Func<string, bool>> ByName = new()
    {
        ["datetime"] = IsDateTime,
        ["date"] = text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        ["duration"] = text => Duration().IsMatch(text),
        ["email"] = IsEmail,
        ["hostname"] = text => text.Length is > 0 and <= DnsNames.SubdomainLength && HostName().IsMatch(text),
        ["ipv4"] = text => IPAddress.TryParse(text, out var address) && address.AddressFamily == AddressFamily.InterNetwork && text.Count('.') == 3,
        ["ipv6"] = text => IPAddress.TryParse(text, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6,
        ["cidr"] = IsCidr,
        ["mac"] = text => MacAddress().IsMatch(text),
        ["uri"] = text => Uri.TryCreate(text, UriKind.Absolute, out _) || text.StartsWith('/'),
        ["uuid"] = text => Uuid().IsMatch(text),
        ["uuid3"] = text => Uuid().IsMatch(text) && Bare(text)[12] == '3',
        ["uuid4"] = text => Uuid().IsMatch(text) && Bare(text)[12] == '4',
        ["uuid5"] = text => Uuid().IsMatch(text) && Bare(text)[12] == '5',
        ["byte"] = text => text.Length > 0 && Base64().IsMatch(text),
        ["password"] = static _ => true,
        ["bsonobjectid"] = text => text.Length == 24 && text.All(char.IsAsciiHexDigit),
        ["hexcolor"] = text => HexColor().IsMatch(text),
        ["rgbcolor"] = text => RgbColor().IsMatch(text),
    };

    /// <summary>The format as it was written, or null when it is not checked.</summary>
    public static string? Known(string? format) => format is not null && ByName.ContainsKey(Normal(format)) ? format : null;

    public static bool Fits(string text, string format) => !ByName.TryGetValue(Normal(format), out var check) || check(text);

    private static string Normal(string format) => format.Replace("-", "", StringComparison.Ordinal);

    private static string Bare(string uuid) => uuid.Replace("-", "", StringComparison.Ordinal);

    private static bool IsDateTime(string text) => DateTimePattern().IsMatch(text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsEmail(string text)
    {
        var at = text.LastIndexOf('@');
        return at > 0 && at < text.Length - 1 && System.Net.Mail.MailAddress.TryCreate(text, out _);
    }

    private static bool IsCidr(string text)
    {
        var slash = text.IndexOf('/');
        return slash > 0
            && IPAddress.TryParse(text.AsSpan(0, slash), out var address)
            && int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            && length <= (address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128);
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:?\d\d)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex DateTimePattern();

    [GeneratedRegex(@"^[+-]?(0|((\d+\.?\d*|\.\d+)\s*(ns|us|µs|μs|ms|s|m|h|d|w|hour|hours|minute|minutes|second|seconds|day|days|week|weeks)\s*)+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Duration();

    [GeneratedRegex(@"^([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]{0,61}[a-zA-Z0-9])(\.([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]{0,61}[a-zA-Z0-9]))*\.?\z", RegexOptions.CultureInvariant)]
    private static partial Regex HostName();

    [GeneratedRegex(@"^[0-9a-fA-F]{2}([:-][0-9a-fA-F]{2}){5}([:-][0-9a-fA-F]{2}){0,2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex MacAddress();

    [GeneratedRegex(@"^[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{12}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Uuid();

    [GeneratedRegex(@"^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{4})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Base64();

    [GeneratedRegex(@"^#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})\z", RegexOptions.CultureInvariant)]
    private static partial Regex HexColor();

    [GeneratedRegex(@"^rgb\(\s*\d{1,3}\s*,\s*\d{1,3}\s*,\s*\d{1,3}\s*\)\z", RegexOptions.CultureInvariant)]
    private static partial Regex RgbColor();
}
