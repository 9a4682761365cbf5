using CloudletK8s.Api.Kinds;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Controllers;

namespace CloudletK8s.Reconcilers.Children;

/// <summary>
/// Names of owned children that this process has seen go, so that the next child does not look like the last one. Forgetting one
/// costs nothing but that a name comes back.
/// </summary>
internal sealed class FreedNames<T> where T : class, IApiObject
{
    private const int Limit = 50_000;

    private readonly Lock _gate = new();
    private readonly HashSet<ObjectName> _names = [];
    private readonly Queue<ObjectName> _order = new();
    private readonly ObjectCache<T> _children;

    public FreedNames(ObjectCache<T> children)
    {
        _children = children;
        children.Changed += Note;
    }

    /// <summary>Not to be given to a new child: somebody has the name, or had it.</summary>
    public bool IsTaken(string inNamespace, string name)
    {
        var asked = new ObjectName(inNamespace, name);
        if (_children.Get(asked) is not null)
            return true;

        lock (_gate)
            return _names.Contains(asked);
    }

    private void Note(ObjectChange<T> change)
    {
        if (change.Current is not null || OwnerReferences.Controller(change.Object) is null)
            return;

        lock (_gate)
        {
            if (!_names.Add(change.Name))
                return;

            _order.Enqueue(change.Name);
            if (_order.Count > Limit)
                _names.Remove(_order.Dequeue());
        }
    }
}
