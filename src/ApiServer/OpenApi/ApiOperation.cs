namespace CloudletK8s.ApiServer.OpenApi;

/// <summary>A call that a path offers.</summary>
internal sealed record ApiOperation
{
    /// <summary>In lower case: "get".</summary>
    public required string Method { get; init; }

    /// <summary>x-kubernetes-action; empty for what is no resource.</summary>
    public string Action { get; init; } = "";

    public required string Id { get; init; }

    public required string Description { get; init; }

    public required string Tag { get; init; }

    public GroupVersionKind? Kind { get; init; }

    /// <summary>The definition of the answer; empty: a text.</summary>
    public string Answer { get; init; } = "";

    public int[] Codes { get; init; } = [200];

    public IReadOnlyList<string> Query { get; init; } = [];

    /// <summary>The definition of the body; null: none.</summary>
    public string? Body { get; init; }

    public bool BodyRequired { get; init; }

    /// <summary>The content types of the body; empty: any.</summary>
    public IReadOnlyList<string> Consumes { get; init; } = [];

    /// <summary>Empty: any.</summary>
    public IReadOnlyList<string> Produces { get; init; } = [];
}

/// <param name="NameOf">The kind whose name the path holds; empty when it holds none.</param>
internal sealed record ApiPath(string Path, bool Namespaced, string NameOf, IReadOnlyList<ApiOperation> Operations)
{
    /// <summary>The path goes on with what a proxied request asks for.</summary>
    public bool HasRest => Path.EndsWith("{path}", StringComparison.Ordinal);
}
