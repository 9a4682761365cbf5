namespace CloudletK8s.ApiServer.Authentication;

/// <summary>Who asks.</summary>
public sealed record UserInfo(string Name, IReadOnlyList<string> Groups)
{
    public const string Masters = "system:masters";
    public const string AuthenticatedGroup = "system:authenticated";

    public string Uid { get; init; } = "";

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Extra { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The API server itself, when it creates what must exist.</summary>
    public static UserInfo ApiServer { get; } = new("system:apiserver", [Masters, AuthenticatedGroup]);

    public static UserInfo Anonymous { get; } = new("system:anonymous", ["system:unauthenticated"]);

    public bool IsMaster => Groups.Contains(Masters);

    public bool IsAnonymous => ReferenceEquals(this, Anonymous);
}
