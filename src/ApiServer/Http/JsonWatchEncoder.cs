using System.Buffers;
using System.Text;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Http;

/// <summary>The stored bytes between two constant texts, a line an event.</summary>
internal sealed class JsonWatchEncoder(ServedResource resource) : IWatchEncoder
{
    public const string Media = "application/json";

    public string ContentType => Media;

    public void Event(IBufferWriter<byte> output, string type, StoredObject stored, Change? change)
    {
        output.Write(type switch
        {
            "ADDED" => "{\"type\":\"ADDED\",\"object\":"u8,
            "MODIFIED" => "{\"type\":\"MODIFIED\",\"object\":"u8,
            _ => "{\"type\":\"DELETED\",\"object\":"u8,
        });
        output.Write(ServedJson.Bytes(resource, stored).Span);
        output.Write("}\n"u8);
    }

    public void Bookmark(IBufferWriter<byte> output, long revision, bool endsInitialEvents)
    {
        var annotations = endsInitialEvents ? ",\"annotations\":{\"k8s.io/initial-events-end\":\"true\"}" : "";
        output.Write(Encoding.UTF8.GetBytes(
            $"{{\"type\":\"BOOKMARK\",\"object\":{{\"kind\":\"{resource.Kind.Kind}\",\"apiVersion\":\"{resource.Kind.ApiVersion}\","
            + $"\"metadata\":{{\"resourceVersion\":\"{revision}\",\"creationTimestamp\":null{annotations}}}}}}}\n"));
    }

    public void Error(IBufferWriter<byte> output, ApiException error)
    {
        output.Write("{\"type\":\"ERROR\",\"object\":"u8);
        JsonTreeWriter.Write(error.ToStatus(), output);
        output.Write("}\n"u8);
    }
}
