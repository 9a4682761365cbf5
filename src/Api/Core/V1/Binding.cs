using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Assigns one object to another, as the scheduler does when it places a pod on a node.</summary>
[Kind("v1", "bindings", Verbs = "create")]
public sealed record Binding : IApiObject
{
    /// <summary>Standard object metadata; the name is that of the object being bound.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>Object to bind to, for example the node chosen for a pod.</summary>
    [Field(2, Required = true, Always = true)]
    public ObjectReference? Target { get; init; }
}
