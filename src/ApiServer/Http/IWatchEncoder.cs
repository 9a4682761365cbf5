using System.Buffers;
using CloudletK8s.ApiServer.Errors;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Http;

/// <summary>Puts watch events into the form that the client asked for.</summary>
internal interface IWatchEncoder
{
    string ContentType { get; }

    /// <param name="change">Where the event comes from, so that work can be shared between watchers; null for initial objects.</param>
    void Event(IBufferWriter<byte> output, string type, StoredObject stored, Change? change);

    void Bookmark(IBufferWriter<byte> output, long revision, bool endsInitialEvents);

    void Error(IBufferWriter<byte> output, ApiException error);
}
