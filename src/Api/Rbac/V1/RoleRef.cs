using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Rbac.V1;

/// <summary>Identifies the Role or ClusterRole that a binding grants.</summary>
[Atomic]
public sealed record RoleRef
{
    /// <summary>API group that the referenced role belongs to, normally rbac.authorization.k8s.io.</summary>
    [Field(1, Required = true, Always = true)]
    [Default("rbac.authorization.k8s.io")]
    public string? ApiGroup { get; init; }

    /// <summary>Type of the role being granted, either Role or ClusterRole.</summary>
    [Field(2, Required = true, Always = true)]
    public string? Kind { get; init; }

    /// <summary>Which Role or ClusterRole to grant, by its object name.</summary>
    [Field(3, Required = true, Always = true)]
    public string? Name { get; init; }
}
