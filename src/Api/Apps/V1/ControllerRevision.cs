using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Apps.V1;

/// <summary>Stores an immutable snapshot of a controller's state. Clients serialize and deserialize the contents themselves.</summary>
[Kind("apps/v1", "controllerrevisions")]
public sealed record ControllerRevision : IApiObject
{
    /// <summary>Usual object metadata, such as name, labels and owner references.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>State captured by the revision, in serialized form.</summary>
    [Field(2, Always = true)]
    public Tree? Data { get; init; }

    /// <summary>Number that orders this snapshot among the other revisions of the same state.</summary>
    [Field(3, Required = true, Always = true)]
    public long Revision { get; init; }
}
