using System.Globalization;
using System.Text.Json;
using CloudletK8s.Store.Tables;

namespace CloudletK8s.Store.AzureTables;

/// <summary>
/// A row as the service holds it: the value, compressed where that helps, in as many binary properties (V00, V01, ...) as it takes.
/// </summary>
internal static class TableEntity
{
    private const string RowKey = "RowKey";
    private const string ETag = "odata.etag";
    private const string Unpacked = "U";
    private const int Chunks = (TableLimits.RowBytes + TableLimits.PropertyBytes - 1) / TableLimits.PropertyBytes;
    private const int LargestUnpacked = 64 * 1024 * 1024;

    private static readonly (string Value, string Type)[] ChunkNames =
        [.. Enumerable.Range(0, Chunks).Select(static i => ($"V{i:D2}", $"V{i:D2}@odata.type"))];

    public static void Write(Utf8JsonWriter json, string partitionKey, string rowKey, PackedValue value)
    {
        json.WriteStartObject();
        json.WriteString("PartitionKey", partitionKey);
        json.WriteString(RowKey, rowKey);
        if (value.IsCompressed)
            json.WriteNumber(Unpacked, value.Length);

        var rest = value.Bytes.Span;
        for (var i = 0; rest.Length > 0; i++)
        {
            var chunk = rest[..Math.Min(rest.Length, TableLimits.PropertyBytes)];
            json.WriteString(ChunkNames[i].Type, "Edm.Binary");
            json.WriteBase64String(ChunkNames[i].Value, chunk);
            rest = rest[chunk.Length..];
        }

        json.WriteEndObject();
    }

    /// <summary>Reads an entity at whose start the reader stands; leaves it at its end.</summary>
    public static TableRow Read(ref Utf8JsonReader json)
    {
        string? row = null, etag = null;
        int? unpacked = null;
        var chunks = new byte[]?[Chunks];
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString()!;
            json.Read();
            switch (name)
            {
                case RowKey:
                    row = json.GetString();
                    break;
                case ETag:
                    etag = json.GetString();
                    break;
                case Unpacked:
                    unpacked = json.GetInt32();
                    break;
                case ['V', _, _]:
                    chunks[int.Parse(name.AsSpan(1), CultureInfo.InvariantCulture)] = json.GetBytesFromBase64();
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        if (row is null || etag is null || unpacked is < 0 or > LargestUnpacked)
            throw new InvalidDataException("The table service returned a row without key or ETag, or one that this program did not write.");

        var packed = Join(chunks);
        var value = new PackedValue(packed, unpacked is not null, unpacked ?? packed.Length).Unpack();
        return new TableRow(TableKey.Decode(row), etag, value);
    }

    private static byte[] Join(byte[]?[] chunks)
    {
        if (chunks[1] is null)
            return chunks[0] ?? [];

        var joined = new byte[chunks.Sum(static chunk => chunk?.Length ?? 0)];
        var length = 0;
        foreach (var chunk in chunks)
        {
            chunk?.CopyTo(joined, length);
            length += chunk?.Length ?? 0;
        }

        return joined;
    }
}
