namespace CloudletK8s.SchedulerFn.Tests.Plain;

/// <summary>Why a node is refused.</summary>
internal sealed record PlainAnswer(string Plugin, IReadOnlyList<string> Reasons, bool Resolvable)
{
    public PlainAnswer(string plugin, string reason, bool resolvable)
        : this(plugin, [reason], resolvable)
    {
    }
}
