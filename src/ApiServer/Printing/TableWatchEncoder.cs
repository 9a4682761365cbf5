using System.Buffers;
using System.Globalization;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Http;
using CloudletK8s.ApiServer.Negotiation;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Printing;

/// <summary>Each event is a table of one row; only the first says what the columns are.</summary>
internal sealed class TableWatchEncoder(ServedResource resource, string metaVersion, string includeObject, TimeProvider time) : IWatchEncoder
{
    private readonly KindPrinter _printer = KindPrinters.Of(resource);
    private bool _columnsSent;

    public string ContentType => MediaTypes.Json;

    public void Event(IBufferWriter<byte> output, string type, StoredObject stored, Change? change)
    {
        Start(output, type);
        using var table = NewTable(output);
        table.Start(Text(stored.Revision), page: null, withColumns: !_columnsSent);
        table.Row(PrintedObject.Of(resource, stored));
        table.End();
        _columnsSent = true;
        output.Write("}\n"u8);
    }

    public void Bookmark(IBufferWriter<byte> output, long revision, bool endsInitialEvents)
    {
        Start(output, "BOOKMARK");
        using var table = NewTable(output);
        table.Start(Text(revision), page: null, withColumns: false);
        table.End();
        output.Write("}\n"u8);
    }

    public void Error(IBufferWriter<byte> output, ApiException error)
    {
        Start(output, "ERROR");
        JsonTreeWriter.Write(error.ToStatus(), output);
        output.Write("}\n"u8);
    }

    private TableWriter NewTable(IBufferWriter<byte> output) => new(output, _printer, metaVersion, includeObject, time.GetUtcNow());

    private static string Text(long revision) => revision.ToString(CultureInfo.InvariantCulture);

    private static void Start(IBufferWriter<byte> output, string type)
    {
        output.Write("{\"type\":\""u8);
        output.Write(System.Text.Encoding.UTF8.GetBytes(type));
        output.Write("\",\"object\":"u8);
    }
}
