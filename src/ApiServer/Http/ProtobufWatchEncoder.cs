using System.Buffers;
using System.Globalization;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Protobuf;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Negotiation;
using CloudletK8s.ApiServer.Printing;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Http;

/// <summary>Events as frames of protobuf. All watchers of whole objects share the frame of a change.</summary>
internal sealed class ProtobufWatchEncoder(ServedResource resource, Representation representation) : IWatchEncoder
{
    private readonly bool _whole = representation.Shape == AnswerShape.Whole;

    public string ContentType => MediaTypes.ProtobufStream;

    public void Event(IBufferWriter<byte> output, string type, StoredObject stored, Change? change)
    {
        // What a selector turns into another event is for this watcher alone.
        var shared = _whole && change is not null && ReferenceEquals(change.Object, stored);
        output.Write(shared ? change!.Frames(static _ => new ProtobufFrames()).Get(resource, type, () => Frame(type, stored)) : Frame(type, stored));
    }

    public void Bookmark(IBufferWriter<byte> output, long revision, bool endsInitialEvents)
    {
        var metadata = new TreeObject();
        metadata.Set("resourceVersion", revision.ToString(CultureInfo.InvariantCulture));
        if (endsInitialEvents)
            metadata.ObjectOrNew("annotations").Set("k8s.io/initial-events-end", "true");
        var bookmark = new TreeObject();
        bookmark.Set("kind", resource.Kind.Kind);
        bookmark.Set("apiVersion", resource.Kind.ApiVersion);
        bookmark.Set("metadata", metadata);
        output.Write(Frame("BOOKMARK", bookmark));
    }

    public void Error(IBufferWriter<byte> output, ApiException error) =>
        output.Write(ProtobufTreeWriter.ToWatchFrame("ERROR", error.ToStatus(), RecordSchemas.Of<Status>()));

    private byte[] Frame(string type, StoredObject stored) => Frame(type, ServedJson.Tree(resource, stored));

    private byte[] Frame(string type, TreeObject tree) => _whole
        ? ProtobufTreeWriter.ToWatchFrame(type, tree, resource.Kind.Schema)
        : ProtobufTreeWriter.ToWatchFrame(type, PartialMetadata.Tree(tree, representation.MetaVersion), PartialMetadata.Schema);
}
