using CloudletK8s.Api.Trees;

namespace CloudletK8s.ApiServer.Admission;

/// <summary>
/// What the webhooks of one request remember between their two rounds: a webhook that changed the object after others had seen it
/// gives those that want it a second look, once.
/// </summary>
public sealed class Reinvocation
{
    private HashSet<string> _invoked = [];
    private readonly HashSet<string> _again = [];
    private TreeObject? _last;

    /// <summary>The second round.</summary>
    public bool IsAgain { get; private set; }

    /// <summary>Some webhook changed the object.</summary>
    public bool IsWanted { get; private set; }

    internal void Begin() => IsAgain = true;

    internal void Changed()
    {
        Require();
        IsWanted = true;
    }

    /// <summary>The webhook was called and wants to be called again if the object changes.</summary>
    internal void Invoked(string webhook) => _invoked.Add(webhook);

    internal bool IsDue(string webhook) => _again.Contains(webhook);

    /// <summary>Other plugins may have changed the object since the webhooks saw it last.</summary>
    internal void Look(TreeObject? obj)
    {
        if (IsAgain && !Tree.Same(_last, obj))
            Require();
    }

    internal void Leave(TreeObject? obj) => _last = obj?.CloneObject();

    private void Require()
    {
        _again.UnionWith(_invoked);
        _invoked = [];
    }
}
