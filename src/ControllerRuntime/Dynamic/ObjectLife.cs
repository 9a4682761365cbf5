using CloudletK8s.Api.Kinds;
using CloudletK8s.ControllerRuntime.Clients;

namespace CloudletK8s.ControllerRuntime.Dynamic;

/// <summary>A turn in the life of an object: it belongs to somebody else, it is to be deleted, something holds it, it is gone.</summary>
public sealed record ObjectLife
{
    public required KindInfo Kind { get; init; }

    public required ObjectName Name { get; init; }

    public required string Uid { get; init; }

    public IReadOnlyList<OwnerLink> Owners { get; init; } = [];

    public IReadOnlyList<string> Finalizers { get; init; } = [];

    public bool IsDeleting { get; init; }

    public bool IsGone { get; init; }
}
