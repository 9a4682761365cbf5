using CloudletK8s.Api.Meta.V1;

namespace CloudletK8s.Api.Kinds;

/// <summary>A kind whose objects are stored.</summary>
public interface IApiObject
{
    ObjectMeta? Metadata { get; init; }
}
