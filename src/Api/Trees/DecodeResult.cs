namespace CloudletK8s.Api.Trees;

/// <summary>A tree, perhaps with problems, or else an error.</summary>
public sealed record DecodeResult
{
    /// <summary>What stands at the root, whatever it is; null when there is an error.</summary>
    public Tree? Root { get; init; }

    /// <summary>The root when it is an object.</summary>
    public TreeObject? Tree => Root as TreeObject;

    /// <summary>In the order in which they were met; bounded in number.</summary>
    public IReadOnlyList<DecodeProblem> Problems { get; init; } = [];

    public DecodeError? Error { get; init; }
}
