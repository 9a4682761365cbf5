using System.Text;
using System.Text.Json;

namespace CloudletK8s.Buses.Functions;

/// <summary>What the Functions host posts to a custom handler for a trigger that is no HTTP request.</summary>
public sealed class FunctionEnvelope
{
    private readonly JsonElement _data;

    private FunctionEnvelope(JsonElement data) => _data = data;

    /// <exception cref="FormatException">It is no envelope.</exception>
    public static async ValueTask<FunctionEnvelope> Read(Stream body, CancellationToken cancellationToken)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("Data", out var data)
                ? new(data.Clone())
                : throw new FormatException("the envelope has no Data");
        }
        catch (JsonException broken)
        {
            throw new FormatException($"the envelope is no JSON: {broken.Message}", broken);
        }
    }

    /// <summary>
    /// The body of the message behind a binding. With dataType "binary" it comes as base64; without, as a JSON string within a
    /// JSON string.
    /// </summary>
    /// <exception cref="FormatException">There is none.</exception>
    public byte[] Message(string binding)
    {
        if (!_data.TryGetProperty(binding, out var value) || value.ValueKind != JsonValueKind.String || value.GetString() is not { Length: > 0 } text)
            throw new FormatException($"the envelope has no message '{binding}'");

        if (text[0] != '"')
            return Convert.FromBase64String(text);

        try
        {
            return Encoding.UTF8.GetBytes(JsonSerializer.Deserialize(text, EnvelopeContext.Default.String) ?? "");
        }
        catch (JsonException broken)
        {
            throw new FormatException($"the message '{binding}' is neither base64 nor a JSON string", broken);
        }
    }
}
