using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.Reconcilers.Pods;

namespace CloudletK8s.Reconcilers.PodGc;

/// <summary>Pods that have ended, all together: one key, and work only when there are too many.</summary>
internal sealed class FinishedPodController : PlannedController<FinishedPodView>
{
    /// <summary>As many as kube-controller-manager keeps.</summary>
    public const int DefaultKept = 12_500;

    private static readonly ObjectName All = ObjectName.OfCluster("finished");

    private readonly int _kept;
    private readonly ObjectIndex<Pod> _finished;

    public FinishedPodController(ControllerServices services, int kept = DefaultKept) : base("finished-pod-collector", services)
    {
        _kept = kept;
        var pods = Sources.On<Pod>(change => change.Current is { } pod && pod.IsFinished() && !pod.IsTerminating() && AreTooMany() ? [All] : []);
        Sources.Write("pods");

        // Pods that only wait for a finalizer cannot be deleted any more than they are.
        _finished = pods.Index("finished", static pod => pod.IsFinished() && !pod.IsTerminating() ? [""] : []);
    }

    protected override ValueTask<FinishedPodView?> Read(ObjectName name, CancellationToken cancellationToken) =>
        new(AreTooMany() ? new FinishedPodView(_finished.Of(""), _kept) : null);

    protected override Plan Decide(FinishedPodView snapshot, DateTimeOffset now) => FinishedPodPlan.Decide(snapshot);

    private bool AreTooMany() => _finished.Count("") > _kept;
}
