using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Authentication;

namespace CloudletK8s.ApiServer.Requests;

/// <summary>One call to the API, whether it came over HTTP or from a controller in the same process.</summary>
public sealed class ApiRequest
{
    public required RequestPath Path { get; init; }

    /// <summary>get, list, watch, create, update, patch, delete, deletecollection.</summary>
    public required string Verb { get; init; }

    public required UserInfo User { get; init; }

    public QueryOptions Query { get; init; } = QueryOptions.None;

    /// <summary>The query as it came, for what only one subresource knows.</summary>
    public string QueryText { get; init; } = "";

    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Of the body; empty: JSON.</summary>
    public string ContentType { get; init; } = "";

    /// <summary>The body, already decoded: callers in this process have no bytes.</summary>
    public TreeObject? BodyTree { get; init; }

    public string UserAgent { get; init; } = "";

    /// <summary>Sentences for the Warning header.</summary>
    public List<string> Warnings { get; } = [];
}
