using System.Text.Json;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Values;

namespace CloudletK8s.ApiServer.Printing;

/// <summary>The cells of one row, in order.</summary>
internal sealed class RowWriter(Utf8JsonWriter json, DateTimeOffset now)
{
    private const string Unknown = "<unknown>";

    public RowWriter Text(string? text)
    {
        json.WriteStringValue(text ?? "");
        return this;
    }

    /// <summary>The text, or what stands for none.</summary>
    public RowWriter Text(string? text, string none) => Text(string.IsNullOrEmpty(text) ? none : text);

    public RowWriter Whole(long number)
    {
        json.WriteNumberValue(number);
        return this;
    }

    public RowWriter Number(double number)
    {
        json.WriteNumberValue(number);
        return this;
    }

    public RowWriter Flag(bool flag)
    {
        json.WriteBooleanValue(flag);
        return this;
    }

    public RowWriter Null()
    {
        json.WriteNullValue();
        return this;
    }

    public RowWriter Name(TreeObject obj) => Text(obj.Object("metadata")?.Text("name"));

    public RowWriter Age(TreeObject obj) => Text(Since(obj.Object("metadata")?.Text("creationTimestamp")));

    /// <param name="time">RFC 3339, in seconds or microseconds.</param>
    public string Since(string? time) =>
        Parse(time) is { } known ? HumanDuration.Of(now - known) : Unknown;

    public string Since(DateTimeOffset time) => HumanDuration.Of(now - time);

    public static DateTimeOffset? Parse(string? time) =>
        !string.IsNullOrEmpty(time) && (GoTime.TryParse(time, out var parsed, out _) || GoTime.TryParseMicros(time, out parsed, out _)) ? parsed : null;
}
