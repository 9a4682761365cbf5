using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CloudletK8s.Store.Tables;

namespace CloudletK8s.Store.AzureTables;

/// <summary>Writes a batch as the service wants it: one change set in one multipart body.</summary>
internal sealed class TableTransaction(string tableUri, string partition)
{
    // The emulator knows boundaries by their first word.
    public const string ContentType = "multipart/mixed; boundary=batch_cloudlet";

    private const string End = "--changeset_cloudlet--\r\n--batch_cloudlet--\r\n";

    // Base64 and keys are ASCII; what would be escaped by default is harmless in a body that no browser reads.
    private static readonly JsonWriterOptions JsonOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly string _partition = TableKey.Encode(partition);
    private readonly ArrayBufferWriter<byte> _body = new(16 * 1024);

    public ReadOnlyMemory<byte> Body => _body.WrittenMemory;

    /// <returns>Null when the batch fits; the body is complete then.</returns>
    public SubmitResult.TooLarge? Write(IReadOnlyList<TableOperation> operations)
    {
        Append("--batch_cloudlet\r\nContent-Type: multipart/mixed; boundary=changeset_cloudlet\r\n\r\n");
        using var json = new Utf8JsonWriter(_body, JsonOptions);
        for (var i = 0; i < operations.Count; i++)
        {
            var packed = PackedValue.Pack(TableBatch.Value(operations[i]));
            if (packed.Bytes.Length > TableLimits.ValueBytes)
                return new SubmitResult.TooLarge(i, packed.Bytes.Length, TableLimits.ValueBytes);

            Append("--changeset_cloudlet\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n");
            WriteRequest(operations[i], packed, json);
            if (_body.WrittenCount + End.Length > TableLimits.BatchBytes)
                return new SubmitResult.TooLarge(i, _body.WrittenCount, TableLimits.BatchBytes);
        }

        Append(End);
        return null;
    }

    private void WriteRequest(TableOperation operation, PackedValue value, Utf8JsonWriter json)
    {
        var rowKey = TableKey.Encode(operation.Row);
        var (method, uri, condition) = operation switch
        {
            TableOperation.Insert => ("POST", tableUri, "Prefer: return-no-content\r\n"),
            TableOperation.Replace replace => ("PUT", EntityUri(rowKey), $"If-Match: {Header(replace.ETag)}\r\n"),
            TableOperation.Upsert => ("PUT", EntityUri(rowKey), ""),
            TableOperation.Delete delete => ("DELETE", EntityUri(rowKey), $"If-Match: {Header(delete.ETag ?? "*")}\r\n"),
            _ => throw new ArgumentException($"{operation.GetType().Name} is not an operation that tables have.", nameof(operation)),
        };

        Append($"{method} {uri} HTTP/1.1\r\nAccept: application/json;odata=minimalmetadata\r\n{condition}");
        Append("Content-Type: application/json\r\nDataServiceVersion: 3.0\r\n\r\n");
        if (operation is not TableOperation.Delete)
        {
            TableEntity.Write(json, _partition, rowKey, value);
            json.Flush();
            json.Reset();
        }

        Append("\r\n");
    }

    private string EntityUri(string rowKey) => TableClient.EntityUri(tableUri, _partition, rowKey);

    private static string Header(string etag) =>
        etag.AsSpan().ContainsAny('\r', '\n') ? throw new ArgumentException("An ETag has no line breaks.", nameof(etag)) : etag;

    private void Append(string text) => Encoding.UTF8.GetBytes(text, _body);
}
