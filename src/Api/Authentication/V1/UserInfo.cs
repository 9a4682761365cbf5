using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Authentication.V1;

/// <summary>Describes an authenticated user by name, ID, groups and extra attributes.</summary>
public sealed record UserInfo
{
    /// <summary>Name that tells the user apart from all other active users.</summary>
    [Field(1)]
    public string? Username { get; init; }

    /// <summary>Identifier that stays unique over time, so a deleted user and a later one of the same name differ.</summary>
    [Field(2)]
    public string? Uid { get; init; }

    /// <summary>Names of all groups to which the user belongs.</summary>
    [Field(3)]
    public IReadOnlyList<string>? Groups { get; init; }

    /// <summary>Further attributes that the authenticator supplied about the user.</summary>
    [Field(4)]
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Extra { get; init; }
}
