using CloudletK8s.Api.Cel.Types;
using CloudletK8s.Api.Cel.Values;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Cel.Library;

internal static class Urls
{
    private const string Name = "kubernetes.URL";

    public static IEnumerable<CelOverload> All { get; } =
    [
        CelOverload.Of($"url(string) {Name}", (run, args) => Read(run, args[0]) ?? throw new CelException($"URL parse error during conversion from string: parse {GoQuote.Text((string)args[0]!)}: invalid URI for request")),
        CelOverload.Of("isURL(string) bool", (run, args) => Read(run, args[0]) is not null),
        CelOverload.Of($"{Name}.getScheme() string", (_, args) => Url(args[0]).Scheme),
        CelOverload.Of($"{Name}.getHost() string", (_, args) => Url(args[0]).Host),
        CelOverload.Of($"{Name}.getHostname() string", (_, args) => Url(args[0]).HostName),
        CelOverload.Of($"{Name}.getPort() string", (_, args) => Url(args[0]).Port),
        CelOverload.Of($"{Name}.getEscapedPath() string", (_, args) => Url(args[0]).Path),
        CelOverload.Of($"{Name}.getQuery() map(string, list(string))", (_, args) => Url(args[0]).Query()),
    ];

    private static ParsedUrl? Read(CelRun run, object? text)
    {
        run.ChargeFor(((string)text!).Length);
        return ParsedUrl.Read((string)text);
    }

    private static ParsedUrl Url(object? value) => (ParsedUrl)value!;

    /// <summary>What Go takes for a request's URI: absolute, or a path from the root.</summary>
    private sealed record ParsedUrl(string Scheme, string Host, string Path, string RawQuery) : ICelOpaque
    {
        public string TypeName => Name;

        public string HostName => Host.StartsWith('[') ? Host[1..Math.Max(Host.IndexOf(']'), 1)] : Host.Split(':')[0];

        public string Port => Host.LastIndexOf(':') is >= 0 and var colon && colon > Host.LastIndexOf(']') ? Host[(colon + 1)..] : "";

        public static ParsedUrl? Read(string text)
        {
            if (text.Length == 0 || text.Any(character => char.IsControl(character) || character == ' ') || HasBrokenEscape(text))
                return null;

            var colon = text.IndexOf(':');
            var slash = text.IndexOf('/');
            var scheme = colon > 0 && (slash < 0 || colon < slash) ? text[..colon] : "";
            if (scheme.Length > 0 && !(char.IsAsciiLetter(scheme[0]) && scheme.All(character => char.IsAsciiLetterOrDigit(character) || character is '+' or '-' or '.')))
                return null;

            var rest = scheme.Length > 0 ? text[(colon + 1)..] : text;
            if (!rest.StartsWith('/'))
                return scheme.Length > 0 && rest.Length > 0 ? new(scheme.ToLowerInvariant(), "", "", "") : null;

            var query = rest.IndexOf('?');
            var path = query < 0 ? rest : rest[..query];
            var host = "";
            if (scheme.Length > 0 && path.StartsWith("//", StringComparison.Ordinal))
            {
                var end = path.IndexOf('/', 2);
                host = end < 0 ? path[2..] : path[2..end];
                path = end < 0 ? "" : path[end..];
                host = host[(host.LastIndexOf('@') + 1)..];
            }

            var isGood = host.All(character => char.IsAsciiLetterOrDigit(character) || character > '\x7f' || "-._~[]:%!$&'()*+,;=".Contains(character));
            return isGood ? new(scheme.ToLowerInvariant(), host, path, query < 0 ? "" : rest[(query + 1)..]) : null;
        }

        public MadeMap Query()
        {
            var values = new Dictionary<string, List<object?>>();
            foreach (var part in RawQuery.Split('&', StringSplitOptions.RemoveEmptyEntries))
            {
                var (name, value) = part.Split('=', 2) is [var left, var right] ? (left, right) : (part, "");
                var key = Uri.UnescapeDataString(name.Replace('+', ' '));
                if (!values.TryGetValue(key, out var list))
                    values.Add(key, list = []);
                list.Add(Uri.UnescapeDataString(value.Replace('+', ' ')));
            }

            var map = new MadeMap();
            foreach (var (name, list) in values)
                map.Add(name, list);
            return map;
        }

        private static bool HasBrokenEscape(string text)
        {
            for (var at = text.IndexOf('%'); at >= 0; at = text.IndexOf('%', at + 1))
            {
                if (at + 2 >= text.Length || !char.IsAsciiHexDigit(text[at + 1]) || !char.IsAsciiHexDigit(text[at + 2]))
                    return true;
            }

            return false;
        }
    }
}
