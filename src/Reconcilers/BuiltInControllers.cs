using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.Reconcilers.AccountTokens;
using CloudletK8s.Reconcilers.BootstrapTokens.Cleaning;
using CloudletK8s.Reconcilers.BootstrapTokens.Signing;
using CloudletK8s.Reconcilers.Certificates.Approving;
using CloudletK8s.Reconcilers.Certificates.Cleaning;
using CloudletK8s.Reconcilers.Certificates.Signing;
using CloudletK8s.Reconcilers.ClusterRoles;
using CloudletK8s.Reconcilers.GarbageCollection;
using CloudletK8s.Reconcilers.Namespaces;
using CloudletK8s.Reconcilers.ReplicaSets;
using CloudletK8s.Reconcilers.RootCertificates;
using CloudletK8s.Reconcilers.ServiceAccounts;

namespace CloudletK8s.Reconcilers;

/// <summary>Every controller, in one list: what the hosts run and what `./cloudlet controllers` prints.</summary>
public static class BuiltInControllers
{
    public static IReadOnlyList<IController> Over(ControllerServices services) =>
    [
        new ReplicaSetController(services),
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
    ];
}
