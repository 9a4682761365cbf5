namespace CloudletK8s.Api.Rules;

/// <summary>What a strategy may know of the request besides the objects.</summary>
public sealed record RuleContext
{
    public required DateTimeOffset Now { get; init; }

    /// <summary>The subresource that the request goes to; empty for the object itself.</summary>
    public string Subresource { get; init; } = "";

    /// <summary>The version that the request was made in, where rules differ by it (events); the object comes in the stored one.</summary>
    public string ApiVersion { get; init; } = "";

    /// <summary>Who asks: kinds that record their creator (certificate signing requests) read it.</summary>
    public string UserName { get; init; } = "";

    public string UserUid { get; init; } = "";

    public IReadOnlyList<string> UserGroups { get; init; } = [];

    public IReadOnlyDictionary<string, IReadOnlyList<string>> UserExtra { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The IP families of the service networks, the main one first.</summary>
    public IReadOnlyList<string> IPFamilies { get; init; } = ["IPv4"];

    /// <summary>Sentences for the Warning header.</summary>
    public IList<string> Warnings { get; init; } = [];
}
