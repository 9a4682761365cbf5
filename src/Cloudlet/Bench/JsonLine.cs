using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CloudletK8s.Cloudlet.Bench;

/// <summary>The one line that a benchmark prints.</summary>
internal sealed class JsonLine
{
    private readonly StringBuilder _json = new("{");

    public JsonLine Text(string name, string value)
    {
        Member(name).Append('"').Append(JsonEncodedText.Encode(value)).Append('"');
        return this;
    }

    public JsonLine Number(string name, double value, int digits = 1)
    {
        Member(name).Append(Math.Round(value, digits).ToString(CultureInfo.InvariantCulture));
        return this;
    }

    public override string ToString() => _json + "}";

    private StringBuilder Member(string name) => _json.Append(_json.Length > 1 ? "," : "").Append('"').Append(name).Append("\":");
}
