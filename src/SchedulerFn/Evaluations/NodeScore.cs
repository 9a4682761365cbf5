namespace CloudletK8s.SchedulerFn.Evaluations;

/// <summary>One score plugin bound to one kind of pod.</summary>
internal abstract class NodeScore(string plugin, int weight)
{
    public const long Highest = 100;

    public string Plugin { get; } = plugin;

    public int Weight { get; } = weight;

    /// <summary>The score of a node depends on the node and its pods alone.</summary>
    public virtual bool IsLocal => true;

    /// <summary>Scores are stretched over all nodes that could run the pod; otherwise they are final.</summary>
    public virtual bool IsNormalized => false;

    /// <summary>Moves when local scores changed for a reason that no node shows.</summary>
    public virtual long Version => 0;

    /// <summary>It has nothing to say about this pod now; asked before the nodes are known.</summary>
    public virtual bool IsIdle => false;

    /// <summary>Called before each pod.</summary>
    /// <param name="slots">The nodes that could run it.</param>
    /// <returns>False when the plugin has nothing to say this time.</returns>
    public virtual bool Prepare(ReadOnlySpan<int> slots) => true;

    public abstract long Score(int slot);

    public virtual void Normalize(ReadOnlySpan<int> slots, Span<long> scores)
    {
    }

    /// <summary>For a stretched score: what each node gets when none has any.</summary>
    public virtual long OfNothing => 0;

    public virtual void Release()
    {
    }

    /// <summary>Stretches scores so that the highest becomes 100; reversed, the lowest are the best.</summary>
    protected static void Stretch(Span<long> scores, bool reverse)
    {
        var most = 0L;
        foreach (var score in scores)
            most = Math.Max(most, score);

        for (var i = 0; i < scores.Length; i++)
        {
            var share = most == 0 ? 0 : Highest * scores[i] / most;
            scores[i] = reverse ? Highest - share : share;
        }
    }
}
