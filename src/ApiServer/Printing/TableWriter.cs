using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CloudletK8s.ApiServer.Verbs;

namespace CloudletK8s.ApiServer.Printing;

/// <summary>Writes one meta.k8s.io Table.</summary>
internal sealed class TableWriter : IDisposable
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly Utf8JsonWriter _json;
    private readonly KindPrinter _printer;
    private readonly RowWriter _row;
    private readonly string _metaVersion;
    private readonly string _includeObject;

    /// <param name="metaVersion">Of meta.k8s.io: v1 or v1beta1.</param>
    /// <param name="includeObject">None, Metadata (the default) or Object.</param>
    public TableWriter(IBufferWriter<byte> output, KindPrinter printer, string metaVersion, string includeObject, DateTimeOffset now)
    {
        _json = new(output, Options);
        _printer = printer;
        _row = new(_json, now);
        _metaVersion = metaVersion;
        _includeObject = includeObject;
    }

    public void Start(string resourceVersion, ListPage? page, bool withColumns)
    {
        _json.WriteStartObject();
        _json.WriteString("kind", "Table");
        _json.WriteString("apiVersion", $"meta.k8s.io/{_metaVersion}");
        _json.WriteStartObject("metadata");
        _json.WriteString("resourceVersion", resourceVersion);
        if (page?.Continue is { Length: > 0 } next)
            _json.WriteString("continue", next);
        if (page?.RemainingItemCount is { } remaining)
            _json.WriteNumber("remainingItemCount", remaining);
        _json.WriteEndObject();
        if (withColumns)
            WriteColumns();
        else
            _json.WriteNull("columnDefinitions");
        _json.WriteStartArray("rows");
    }

    public void Start(ListPage page) => Start(page.Revision.ToString(CultureInfo.InvariantCulture), page, withColumns: true);

    public void Row(PrintedObject printed)
    {
        _json.WriteStartObject();
        _json.WriteStartArray("cells");
        _printer.Cells(printed.Tree, _row);
        _json.WriteEndArray();
        if (_printer.Condition(printed.Tree) is { } condition)
        {
            _json.WriteStartArray("conditions");
            _json.WriteStartObject();
            _json.WriteString("type", "Completed");
            _json.WriteString("status", "True");
            _json.WriteString("reason", condition.Reason);
            _json.WriteString("message", condition.Message);
            _json.WriteEndObject();
            _json.WriteEndArray();
        }

        WriteObject(printed.Json);
        _json.WriteEndObject();
    }

    public void End()
    {
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Flush();
    }

    /// <summary>Hands what was written over to the output.</summary>
    public void Flush() => _json.Flush();

    public void Dispose() => _json.Dispose();

    private void WriteObject(ReadOnlyMemory<byte> json)
    {
        switch (_includeObject)
        {
            case "None":
                _json.WriteNull("object");
                break;
            case "Object":
                _json.WritePropertyName("object");
                _json.WriteRawValue(json.Span, skipInputValidation: true);
                break;
            default:
                _json.WriteStartObject("object");
                _json.WriteString("kind", "PartialObjectMetadata");
                _json.WriteString("apiVersion", $"meta.k8s.io/{_metaVersion}");
                _json.WritePropertyName("metadata");
                _json.WriteRawValue(MetadataSlice.Of(json.Span), skipInputValidation: true);
                _json.WriteEndObject();
                break;
        }
    }

    private void WriteColumns()
    {
        _json.WriteStartArray("columnDefinitions");
        foreach (var column in _printer.Columns)
        {
            _json.WriteStartObject();
            _json.WriteString("name", column.Name);
            _json.WriteString("type", column.Type);
            _json.WriteString("format", column.Format);
            _json.WriteString("description", column.Description);
            _json.WriteNumber("priority", column.Priority);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }
}
