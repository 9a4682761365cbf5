using CloudletK8s.Api.Cel.Types;
using CloudletK8s.Api.Cel.Values;
using CloudletK8s.Api.CustomResources;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Cel.Library;

/// <summary>The forms that names and other texts of the API have.</summary>
internal static class Formats
{
    private const string Name = "kubernetes.NamedFormat";

    private static readonly Dictionary<string, NamedFormat> Known = new[]
    {
        new NamedFormat("dns1123Label", DnsNames.Label),
        new NamedFormat("dns1123Subdomain", DnsNames.Subdomain),
        new NamedFormat("dns1035Label", DnsNames.Dns1035Label),
        new NamedFormat("qualifiedName", QualifiedNames.Name),
        new NamedFormat("dns1123LabelPrefix", text => DnsNames.Label(WithoutDash(text))),
        new NamedFormat("dns1123SubdomainPrefix", text => DnsNames.Subdomain(WithoutDash(text))),
        new NamedFormat("dns1035LabelPrefix", text => DnsNames.Dns1035Label(WithoutDash(text))),
        new NamedFormat("labelValue", QualifiedNames.LabelValue),
        new NamedFormat("uri", text => TextFormats.Fits(text, "uri") ? [] : [$"parse {GoQuote.Text(text)}: invalid URI for request"]),
        new NamedFormat("uuid", text => TextFormats.Fits(text, "uuid") ? [] : ["does not match the UUID format"]),
        new NamedFormat("byte", text => TextFormats.Fits(text, "byte") ? [] : ["invalid base64"]),
        new NamedFormat("date", text => TextFormats.Fits(text, "date") ? [] : ["invalid date"]),
        new NamedFormat("datetime", text => TextFormats.Fits(text, "datetime") ? [] : ["invalid datetime"]),
    }.ToDictionary(format => format.Key);

    public static IEnumerable<CelOverload> All { get; } =
    [
        CelOverload.Of($"::format.named(string) optional({Name})", (_, args) =>
            Known.TryGetValue((string)args[0]!, out var format) ? CelOptional.Of(format) : CelOptional.None),
        CelOverload.Of($"{Name}.validate(string) optional(list(string))", (run, args) =>
        {
            run.ChargeFor(((string)args[1]!).Length);
            var wrong = ((NamedFormat)args[0]!).Check((string)args[1]!);
            return wrong.Count == 0 ? CelOptional.None : CelOptional.Of(wrong.ToList<object?>());
        }),
        .. Known.Values.Select(format => CelOverload.Of($"::format.{format.Key}() {Name}", (_, _) => format)),
    ];

    /// <summary>The start of a generated name may end with what joins it to the rest.</summary>
    private static string WithoutDash(string text) => text.Length > 1 && text.EndsWith('-') ? text[..^1] + "a" : text;

    private sealed record NamedFormat(string Key, Func<string, IReadOnlyList<string>> Check) : ICelOpaque
    {
        public string TypeName => Name;
    }
}
