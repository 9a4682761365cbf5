using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Rbac.V1;

/// <summary>Names one user, group or service account that a binding grants permissions to.</summary>
[Atomic]
public sealed record Subject
{
    /// <summary>Type of the subject: User, Group or ServiceAccount. The authorizer should reject any other value with an error.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Kind { get; init; }

    /// <summary>API group of the subject. Defaults to "" for ServiceAccount and to rbac.authorization.k8s.io for User and Group.</summary>
    [Field(2)]
    public string? ApiGroup { get; init; }

    /// <summary>Identifies the user, group or service account that gets the permissions.</summary>
    [Field(3, Required = true, Always = true)]
    public string? Name { get; init; }

    /// <summary>Where the service account lives. Setting it for a User or Group makes the authorizer report an error.</summary>
    [Field(4)]
    public string? Namespace { get; init; }
}
