namespace CloudletK8s.ApiServer.Authentication;

/// <summary>A service account, and what its token is bound to.</summary>
public sealed record TokenSubject(string Namespace, string Name, string Uid)
{
    /// <summary>Pod, Secret or Node; empty: bound to the account only.</summary>
    public string BoundKind { get; init; } = "";

    public string BoundName { get; init; } = "";

    public string BoundUid { get; init; } = "";

    /// <summary>Where the pod runs that the token is bound to; empty: not known.</summary>
    public string NodeName { get; init; } = "";

    public string NodeUid { get; init; } = "";
}
