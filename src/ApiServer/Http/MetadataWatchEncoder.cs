using System.Buffers;
using System.Text;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Negotiation;
using CloudletK8s.ApiServer.Printing;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Http;

/// <summary>Events with the metadata only, as JSON.</summary>
internal sealed class MetadataWatchEncoder(ServedResource resource, string metaVersion) : IWatchEncoder
{
    public string ContentType => MediaTypes.Json;

    public void Event(IBufferWriter<byte> output, string type, StoredObject stored, Change? change)
    {
        output.Write(Encoding.UTF8.GetBytes($"{{\"type\":\"{type}\",\"object\":"));
        PartialMetadata.Write(output, ServedJson.Bytes(resource, stored).Span, metaVersion);
        output.Write("}\n"u8);
    }

    public void Bookmark(IBufferWriter<byte> output, long revision, bool endsInitialEvents)
    {
        var annotations = endsInitialEvents ? ",\"annotations\":{\"k8s.io/initial-events-end\":\"true\"}" : "";
        output.Write(Encoding.UTF8.GetBytes(
            $"{{\"type\":\"BOOKMARK\",\"object\":{{\"kind\":\"PartialObjectMetadata\",\"apiVersion\":\"meta.k8s.io/{metaVersion}\","
            + $"\"metadata\":{{\"resourceVersion\":\"{revision}\",\"creationTimestamp\":null{annotations}}}}}}}\n"));
    }

    public void Error(IBufferWriter<byte> output, ApiException error)
    {
        output.Write("{\"type\":\"ERROR\",\"object\":"u8);
        JsonTreeWriter.Write(error.ToStatus(), output);
        output.Write("}\n"u8);
    }
}
