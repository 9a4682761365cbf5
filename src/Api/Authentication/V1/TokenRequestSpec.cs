using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Authentication.V1;

/// <summary>Parameters of a token request that the client supplies.</summary>
public sealed record TokenRequestSpec
{
    /// <summary>Recipients the token is intended for. A recipient that does not find itself in this list should reject the token.</summary>
    [Field(1, Required = true, Always = true)]
    public IReadOnlyList<string>? Audiences { get; init; }

    /// <summary>Desired lifetime of the token in seconds. The issuer may choose another one, so check the expiration in the response.</summary>
    [Field(4, Always = true)]
    [Default(3600)]
    public long? ExpirationSeconds { get; init; }

    /// <summary>Ties the token to an object, so that it is valid only while that object exists. Audiences other than the TokenReview endpoint may not check this.</summary>
    [Field(3, Always = true, Pointer = true)]
    public BoundObjectReference? BoundObjectRef { get; init; }
}
