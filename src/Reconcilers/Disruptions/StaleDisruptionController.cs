using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Plans;

namespace CloudletK8s.Reconcilers.Disruptions;

/// <summary>Pods that were to be disrupted.</summary>
internal sealed class StaleDisruptionController : PlannedController<Pod>
{
    private readonly ObjectCache<Pod> _pods;

    public StaleDisruptionController(ControllerServices services) : base("stale-disruption-controller", services)
    {
        _pods = Sources.For<Pod>(static change => change.Current is { } pod && StaleDisruptionPlan.IsTargeted(pod));
        Sources.Write("pods/status");
    }

    protected override ValueTask<Pod?> Read(ObjectName name, CancellationToken cancellationToken) => new(_pods.Get(name));

    protected override Plan Decide(Pod snapshot, DateTimeOffset now) => StaleDisruptionPlan.Decide(snapshot, now);
}
