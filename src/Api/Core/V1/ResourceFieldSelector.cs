using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Selects a container resource value, such as cpu or memory, and the unit it is shown in.</summary>
[Atomic]
public sealed record ResourceFieldSelector
{
    /// <summary>Container whose resource is read. Volumes require it, environment variables may leave it out.</summary>
    [Field(1)]
    public string? ContainerName { get; init; }

    /// <summary>Which resource of the container to expose, always required.</summary>
    [Field(2, Required = true, Always = true)]
    public string? Resource { get; init; }

    /// <summary>Unit by which the exposed value is divided for output. Defaults to "1".</summary>
    [Field(3, Always = true)]
    public Quantity Divisor { get; init; }
}
