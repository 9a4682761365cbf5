using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Networking.V1;

/// <summary>HTTP routing of an Ingress rule, mapping URL paths to backends.</summary>
public sealed record HTTPIngressRuleValue
{
    /// <summary>Matches for request paths, each with the backend that serves it.</summary>
    [Field(1, Required = true, Always = true)]
    public IReadOnlyList<HTTPIngressPath>? Paths { get; init; }
}
