using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Trees;
using CloudletK8s.ControllerRuntime.Work;

namespace CloudletK8s.ControllerRuntime.Caches;

/// <summary>A cache without its type: what the runtime does with all of them alike.</summary>
public interface IObjectCache
{
    KindInfo Kind { get; }

    /// <summary>Everything up to this revision is in the cache; -1 before it is filled.</summary>
    long Revision { get; }

    /// <summary>Completes when the cache has reached the revision.</summary>
    Task WaitFor(long revision, CancellationToken cancellationToken);

    /// <summary>The work that a change means, for hosts that read changes from the log instead of following them.</summary>
    IReadOnlyList<WorkKey> KeysOf(TreeObject? previous, TreeObject? current);

    /// <summary>Everything that the objects in the cache could mean for a controller: after an overflow, or as a slow resync.</summary>
    IReadOnlyList<WorkKey> AllKeys(string controller);

    /// <summary>Follows the server until it is cancelled.</summary>
    Task Follow(CancellationToken cancellationToken);
}
