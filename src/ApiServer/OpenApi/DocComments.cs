using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using CloudletK8s.Api.Kinds;

namespace CloudletK8s.ApiServer.OpenApi;

/// <summary>The comments of the kinds' source, which the compiler puts beside the assembly: what `kubectl explain` prints.</summary>
internal sealed partial class DocComments
{
    private static readonly WeakReference<DocComments> Current = new(null!);

    private readonly Dictionary<string, string> _summaries = [];

    private DocComments()
    {
        var file = Path.Combine(AppContext.BaseDirectory, $"{typeof(BuiltInKinds).Assembly.GetName().Name}.xml");
        if (!File.Exists(file))
            return;

        using var xml = XmlReader.Create(file, new() { DtdProcessing = DtdProcessing.Prohibit });
        var member = "";
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;

            if (xml.Name == "member")
                member = xml.GetAttribute("name") ?? "";
            else if (xml.Name == "summary" && member.Length > 2 && member[0] is 'T' or 'P')
                _summaries[member] = Text(xml);
        }
    }

    /// <summary>Read when somebody asks for OpenAPI, forgotten when nobody does: it is as large as all other memory of an idle server.</summary>
    public static DocComments Load()
    {
        lock (Current)
        {
            if (Current.TryGetTarget(out var known))
                return known;

            var read = new DocComments();
            Current.SetTarget(read);
            return read;
        }
    }

    public string Of(Type record) => _summaries.GetValueOrDefault($"T:{record.FullName}", "");

    public string Of(PropertyInfo property) =>
        _summaries.GetValueOrDefault($"P:{property.DeclaringType!.FullName}.{property.Name}", "");

    // A comment may hold references (<see cref="T:…"/>); their last part reads best.
    private static string Text(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";

        var text = new StringBuilder();
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
                text.Append(xml.Value);
            else if (xml.NodeType == XmlNodeType.Element && (xml.GetAttribute("cref") ?? xml.GetAttribute("name")) is { } reference)
                text.Append(reference.AsSpan(reference.LastIndexOf('.') + 1));
        }

        return Blanks().Replace(text.ToString(), " ").Trim();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
