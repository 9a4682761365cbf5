using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.ControllerRuntime.Clients.Transports;

/// <summary>One call, before it is put on a wire or handed to a server in this process.</summary>
public sealed record ApiCall
{
    public required KindInfo Kind { get; init; }

    /// <summary>get, list, watch, create, update, patch, delete.</summary>
    public required string Verb { get; init; }

    public string Namespace { get; init; } = "";

    public string Name { get; init; } = "";

    public string Subresource { get; init; } = "";

    /// <summary>As in a query string, not escaped.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; init; } = [];

    /// <summary>The transport may keep and change it.</summary>
    public Tree? Body { get; init; }

    /// <summary>Of a patch; empty: JSON.</summary>
    public string ContentType { get; init; } = "";

    /// <summary>Leave metadata.managedFields out of objects that are read: most of the size of a pod, and of use to few.</summary>
    public bool WithoutManagedFields { get; init; }

    /// <summary>Answer objects as nothing but their metadata: what is asked of kinds that nobody here knows, and a fraction of the work.</summary>
    public bool MetadataOnly { get; init; }

    /// <summary>What the answer is when all goes well.</summary>
    public required Schema Answer { get; init; }
}
