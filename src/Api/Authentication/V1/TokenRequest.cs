using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Authentication.V1;

/// <summary>Asks for a new token on behalf of a service account.</summary>
[WireKind("authentication.k8s.io/v1")]
public sealed record TokenRequest
{
    /// <summary>Usual object metadata, such as the name and namespace of the request.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>What kind of token is wanted, including audiences and lifetime.</summary>
    [Field(2, Required = true, Always = true)]
    public TokenRequestSpec? Spec { get; init; }

    /// <summary>Result of the request, filled in by the server.</summary>
    [Field(3, Always = true)]
    public TokenRequestStatus? Status { get; init; }
}
