using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Authorization.V1;

/// <summary>Describes a subject and the access to check. Exactly one of resourceAttributes and nonResourceAttributes must be set.</summary>
public sealed record SubjectAccessReviewSpec
{
    /// <summary>Describes the access in question if it is to an API resource.</summary>
    [Field(1)]
    public ResourceAttributes? ResourceAttributes { get; init; }

    /// <summary>Describes the access in question if it is to a URL path and no resource.</summary>
    [Field(2)]
    public NonResourceAttributes? NonResourceAttributes { get; init; }

    /// <summary>Name of the user to check. Given without groups, the user is treated as a member of none.</summary>
    [Field(3)]
    public string? User { get; init; }

    /// <summary>Group memberships to assume for the user during the check.</summary>
    [Field(4)]
    public IReadOnlyList<string>? Groups { get; init; }

    /// <summary>Additional user attributes from the authenticator, passed on because authorizers take them as input.</summary>
    [Field(5)]
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Extra { get; init; }

    /// <summary>Unique ID of the user whose access is checked.</summary>
    [Field(6)]
    public string? Uid { get; init; }
}
