using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Events;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.ControllerRuntime.Work;

namespace CloudletK8s.ControllerRuntime.Controllers;

/// <summary>
/// The control loop, once for all: read what is wanted and what is there, decide, apply, write the status. A plan whose world has
/// changed meanwhile is decided again on a fresh snapshot.
/// </summary>
/// <typeparam name="TSnapshot">Everything that a decision depends on besides the time.</typeparam>
public abstract class PlannedController<TSnapshot> : IController where TSnapshot : class
{
    /// <summary>Whoever loses more often than this waits a little: somebody else is at work on the same objects.</summary>
    private const int Attempts = 5;

    private static readonly ReconcileResult.RequeueAfter Contended = new(TimeSpan.FromMilliseconds(100), "others write the same objects");

    protected PlannedController(string name, ControllerServices services)
    {
        Name = name;
        Services = services;
        Events = services.Events(name);
        Sources = new(name, services.Caches, services.Lives);
    }

    public string Name { get; }

    public ControllerSources Sources { get; }

    protected ControllerServices Services { get; }

    /// <summary>For what is told outside of a plan.</summary>
    protected IEventRecorder Events { get; }

    public async ValueTask<ReconcileResult> Reconcile(ObjectName name, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            await Services.Caches.CatchUp(Sources.Read, cancellationToken);
            var snapshot = await Read(name, cancellationToken);
            if (snapshot is null)
                return ReconcileResult.Done.Instance;

            var plan = Decide(snapshot, Services.Time.GetUtcNow());
            if (await new PlanRun(Services.Client, Events).Run(plan, cancellationToken) is { } result)
                return result;
        }

        return Contended;
    }

    /// <summary>Reads from the caches; they hold everything that was acknowledged before. Null: there is nothing to do.</summary>
    protected abstract ValueTask<TSnapshot?> Read(ObjectName name, CancellationToken cancellationToken);

    /// <summary>No I/O, no clock, no randomness; implementations call a static function.</summary>
    protected abstract Plan Decide(TSnapshot snapshot, DateTimeOffset now);
}
