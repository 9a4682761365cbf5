using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Meta.V1;

/// <summary>Parameters that a client may send along with a request to delete an object.</summary>
[WireKind("v1")]
public sealed record DeleteOptions
{
    /// <summary>Seconds to wait before the object is removed; must not be negative, and zero deletes at once. Defaults to the grace period of the type.</summary>
    [Field(1)]
    public long? GracePeriodSeconds { get; init; }

    /// <summary>Requirements the object must meet for the deletion to proceed; otherwise the server answers 409 Conflict.</summary>
    [Field(2)]
    public Preconditions? Preconditions { get; init; }

    /// <summary>Whether dependent objects are left behind, through the orphan finalizer. Deprecated; use propagationPolicy, which cannot be set together with it.</summary>
    [Field(3)]
    public bool? OrphanDependents { get; init; }

    /// <summary>How dependents are garbage collected: Orphan, Background or Foreground. Cannot be set together with orphanDependents; the default depends on finalizers and resource.</summary>
    [Field(4, Pointer = true)]
    public string? PropagationPolicy { get; init; }

    /// <summary>Runs the request without persisting any change. The only valid value is All; anything else is rejected with an error.</summary>
    [Field(5)]
    public IReadOnlyList<string>? DryRun { get; init; }

    /// <summary>When true, forces removal of an object that cannot be read from storage because it is corrupt. Unsafe, and defaults to false.</summary>
    [Field(6)]
    public bool? IgnoreStoreReadErrorWithClusterBreakingPotential { get; init; }
}
