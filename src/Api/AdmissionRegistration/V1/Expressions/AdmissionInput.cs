using CloudletK8s.Api.Cel;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.AdmissionRegistration.V1.Expressions;

/// <summary>What the expressions of a webhook or policy look at.</summary>
public sealed record AdmissionInput
{
    public TreeObject? Object { get; init; }

    public TreeObject? OldObject { get; init; }

    public required TreeObject Request { get; init; }

    public TreeObject? Namespace { get; init; }

    public TreeObject? Params { get; init; }

    public required ICelAuthorizer Authorizer { get; init; }

    /// <summary>What authorizer.requestResource asks.</summary>
    public required CelAccess RequestResource { get; init; }
}
