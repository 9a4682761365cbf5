using System.Text.Json;

namespace CloudletK8s.ApiServer.Printing;

/// <summary>Finds an object's metadata in its bytes, so that it can be sent without being read.</summary>
internal static class MetadataSlice
{
    private static readonly byte[] Empty = "{}"u8.ToArray();

    public static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return Empty;

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals("metadata"u8);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (found)
                return json[start..(int)reader.BytesConsumed];
        }

        return Empty;
    }
}
