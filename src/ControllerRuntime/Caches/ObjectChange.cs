using CloudletK8s.Api.Kinds;
using CloudletK8s.ControllerRuntime.Clients;

namespace CloudletK8s.ControllerRuntime.Caches;

/// <summary>What happened to an object, once the cache shows it.</summary>
/// <param name="Previous">Null: it is new.</param>
/// <param name="Current">Null: it is gone.</param>
public readonly record struct ObjectChange<T>(T? Previous, T? Current) where T : class, IApiObject
{
    /// <summary>The state after the change, or the last one.</summary>
    public T Object => Current ?? Previous!;

    public ObjectName Name => ObjectName.Of(Object);
}
