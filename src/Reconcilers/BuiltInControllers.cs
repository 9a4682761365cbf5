using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.Reconcilers.Autoscaling;
using CloudletK8s.Reconcilers.CronJobs;
using CloudletK8s.Reconcilers.Disruptions;
using CloudletK8s.Reconcilers.Jobs;
using CloudletK8s.Reconcilers.JobTtl;
using CloudletK8s.Reconcilers.PodGc;
using CloudletK8s.Reconcilers.Quotas;
using CloudletK8s.Reconcilers.ReplicaSets;

namespace CloudletK8s.Reconcilers;

/// <summary>Every controller, in one list: what the hosts run and what `./cloudlet controllers` prints.</summary>
public static class BuiltInControllers
{
    public static IReadOnlyList<IController> Over(ControllerServices services) =>
    [
        new ReplicaSetController(services),
        new JobController(services),
        new LeftTrackingController(services),
        new CronJobController(services),
        new JobTtlController(services),
        new PodGcController(services),
        new FinishedPodController(services),
        new DisruptionController(services),
        new StaleDisruptionController(services),
        new QuotaController(services),
        new HorizontalController(services),
    ];
}
