using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Work;

namespace CloudletK8s.ControllerRuntime.Controllers;

/// <summary>Brings one kind of object into the state that its owner wants. Knows nothing of what happened, only of what is.</summary>
public interface IController
{
    string Name { get; }

    ControllerSources Sources { get; }

    /// <summary>
    /// Looks at one object and does what there is to do. May be called at any time, again, and for an object that is gone; never
    /// twice at once for one key by one bus, but two processes may.
    /// </summary>
    ValueTask<ReconcileResult> Reconcile(ObjectName name, CancellationToken cancellationToken);
}
