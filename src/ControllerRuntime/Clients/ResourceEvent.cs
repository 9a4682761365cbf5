using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;

namespace CloudletK8s.ControllerRuntime.Clients;

/// <summary>What a watch tells.</summary>
public abstract record ResourceEvent<T> where T : class, IApiObject
{
    private ResourceEvent()
    {
    }

    public abstract record Changed(T Object) : ResourceEvent<T>;

    public sealed record Added(T Object) : Changed(Object);

    public sealed record Modified(T Object) : Changed(Object);

    /// <summary>With the last state of the object, under the revision of its deletion.</summary>
    public sealed record Deleted(T Object) : Changed(Object);

    /// <summary>Everything up to this revision has been told.</summary>
    /// <param name="EndsInitialEvents">The objects that were there at the beginning have all been told.</param>
    public sealed record Bookmark(string ResourceVersion, bool EndsInitialEvents) : ResourceEvent<T>;

    /// <summary>The watch cannot go on from where it is: list again. Always the last event.</summary>
    public sealed record Gone(Status Status) : ResourceEvent<T>;
}
