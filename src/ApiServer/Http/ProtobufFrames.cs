using CloudletK8s.ApiServer.Resources;

namespace CloudletK8s.ApiServer.Http;

/// <summary>The frame of one change, in the version and as the event that was asked for last: nearly always the only one.</summary>
internal sealed class ProtobufFrames
{
    private volatile Made? _made;

    public byte[] Get(ServedResource resource, string type, Func<byte[]> make)
    {
        if (_made is { } known && known.Resource == resource && known.Type == type)
            return known.Frame;

        var made = new Made(resource, type, make());
        _made = made;
        return made.Frame;
    }

    private sealed record Made(ServedResource Resource, string Type, byte[] Frame);
}
