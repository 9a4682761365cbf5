using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.Reconcilers.AccountTokens;
using CloudletK8s.Reconcilers.Autoscaling;
using CloudletK8s.Reconcilers.BootstrapTokens.Cleaning;
using CloudletK8s.Reconcilers.BootstrapTokens.Signing;
using CloudletK8s.Reconcilers.Certificates.Approving;
using CloudletK8s.Reconcilers.Certificates.Cleaning;
using CloudletK8s.Reconcilers.Certificates.Signing;
using CloudletK8s.Reconcilers.ClaimProtection;
using CloudletK8s.Reconcilers.ClusterRoles;
using CloudletK8s.Reconcilers.CronJobs;
using CloudletK8s.Reconcilers.DaemonSets;
using CloudletK8s.Reconcilers.Deployments;
using CloudletK8s.Reconcilers.Disruptions;
using CloudletK8s.Reconcilers.EndpointSlices;
using CloudletK8s.Reconcilers.EphemeralVolumes;
using CloudletK8s.Reconcilers.GarbageCollection;
using CloudletK8s.Reconcilers.JobTtl;
using CloudletK8s.Reconcilers.Jobs;
using CloudletK8s.Reconcilers.Namespaces;
using CloudletK8s.Reconcilers.NodeIpam;
using CloudletK8s.Reconcilers.NodeLifecycle;
using CloudletK8s.Reconcilers.PodGc;
using CloudletK8s.Reconcilers.Quotas;
using CloudletK8s.Reconcilers.ReplicaSets;
using CloudletK8s.Reconcilers.ReplicationControllers;
using CloudletK8s.Reconcilers.RootCertificates;
using CloudletK8s.Reconcilers.ServiceAccounts;
using CloudletK8s.Reconcilers.ServiceEndpoints;
using CloudletK8s.Reconcilers.SliceMirroring;
using CloudletK8s.Reconcilers.StatefulSets;
using CloudletK8s.Reconcilers.TaintEviction;
using CloudletK8s.Reconcilers.VolumeAttachments;
using CloudletK8s.Reconcilers.VolumeBinding;
using CloudletK8s.Reconcilers.VolumeProtection;
using CloudletK8s.Reconcilers.VolumeReclaim;
using CloudletK8s.Reconcilers.ZoneEviction;

namespace CloudletK8s.Reconcilers;

/// <summary>Every controller, in one list: what the hosts run and what `./cloudlet controllers` prints.</summary>
public static class BuiltInControllers
{
    public static IReadOnlyList<IController> Over(ControllerServices services) =>
    [
        new ReplicaSetController(services),
        new ReplicationControllerController(services),
        new DeploymentController(services),
        new StatefulSetController(services),
        new DaemonSetController(services),
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
        new GarbageCollector(services),
        new NamespaceController(services),
        new DefaultAccountController(services),
        new RootCertificatesController(services),
        new AccountTokenController(services),
        new RoleAggregationController(services),
        new ApprovingController(services),
        new SigningController(services),
        new CleaningController(services),
        new TokenCleaner(services),
        new BootstrapSigner(services),
        new EndpointsController(services),
        new EndpointSliceController(services),
        new SliceMirroringController(services),
        new NodeLifecycleController(services),
        new ZoneEvictionController(services),
        new TaintEvictionController(services),
        new NodeIpamController(services),
        new ClaimController(services),
        new VolumeController(services),
        new ClaimProtectionController(services),
        new VolumeProtectionController(services),
        new EphemeralVolumeController(services),
        new AttachmentController(services),
    ];
}
