using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Dynamic;

namespace CloudletK8s.Reconcilers.GarbageCollection;

/// <summary>What is known of an object that others name as their owner. Kept as long as anybody does.</summary>
internal sealed class OwnerEntry
{
    public HashSet<GraphNode> Dependents { get; } = [];

    /// <summary>What dependents with no other owner say of it: mostly the same, and then kept once for all of them.</summary>
    public IReadOnlyList<OwnerLink> Shared { get; set; } = [];

    /// <summary>Where it is, as far as somebody has looked.</summary>
    public OwnerPlace? Known { get; set; }

    /// <summary>Where it is not, though dependents say so. Nothing ever appears under a uid that was known before.</summary>
    public Dictionary<OwnerPlace, bool> Absent { get; } = [];

    /// <summary>The log says that it is gone for good.</summary>
    public bool IsGone { get; set; }

    /// <summary>The key of the owner while it is deleted in the foreground.</summary>
    public ObjectName? Waiting { get; set; }

    /// <summary>The dependent whose look at this owner is under way; the others wait for what it finds.</summary>
    public GraphNode? Asking { get; set; }

    public bool IsNeeded => Dependents.Count > 0 || Waiting is not null;
}
