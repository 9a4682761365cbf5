namespace CloudletK8s.SchedulerFn.Evaluations;

/// <summary>
/// One filter plugin bound to one kind of pod. A check looks at columns of the node table and returns a number, so that thousands
/// of nodes are checked without allocating; the texts come later, and once for all nodes with the same number.
/// </summary>
internal abstract class NodeCheck(string plugin)
{
    public const long Passes = 0;

    public string Plugin { get; } = plugin;

    /// <summary>The answer about a node depends on the node and its pods alone, so it stands until the node changes.</summary>
    public virtual bool IsLocal => true;

    /// <summary>It would let every node pass now; asked after Prepare, of checks that are not local.</summary>
    public virtual bool IsIdle => false;

    /// <summary>Moves when local answers changed for a reason that no node shows.</summary>
    public virtual long Version => 0;

    /// <summary>Called before each pod.</summary>
    /// <returns>Why the pod can go nowhere, before any node is looked at.</returns>
    public virtual string? Prepare() => null;

    /// <returns>0, or a positive code below 2^56 for why not.</returns>
    public abstract long Check(int slot);

    /// <summary>Removing pods from the node would not help.</summary>
    public abstract bool IsUnresolvable(long code);

    public abstract IReadOnlyList<string> Reasons(long code, int slot);

    /// <summary>Called once, when the kind of pod is forgotten.</summary>
    public virtual void Release()
    {
    }
}
