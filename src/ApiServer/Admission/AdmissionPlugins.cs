using CloudletK8s.ApiServer.Admission.PodSecurity;
using CloudletK8s.ApiServer.Admission.Quotas;
using CloudletK8s.ApiServer.Authorization;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Admission;

/// <summary>Which plugins there are, in the order in which they see a write.</summary>
internal static class AdmissionPlugins
{
    public static AdmissionChain Over(
        IClusterStore store, ApiServerOptions options, RbacAuthorizer rbac, IAuthorizer authorizer, TimeProvider time, Random random)
    {
        var plugins = new List<IAdmissionPlugin>
        {
            new NamespaceLifecycle(store.Resource("namespaces")),
            new RoleEscalation(rbac),
            new LimitRanges(store.Resource("limitranges")),
            new ServiceAccounts(store.Resource("serviceaccounts"), options.RequireServiceAccount, time, random),
            new PodSecurityStandards(store.Resource("namespaces")),
            new PodPriority(store.Resource("priorityclasses.scheduling.k8s.io")),
            new DefaultTolerations(),
            new DefaultClasses(store.Resource("storageclasses.storage.k8s.io"), store.Resource("ingressclasses.networking.k8s.io")),
            new RuntimeClasses(store.Resource("runtimeclasses.node.k8s.io")),
            new ClaimResize(store.Resource("storageclasses.storage.k8s.io")),
            new CertificateSigners(authorizer),
        };
        if (options.ProtectStorageInUse)
            plugins.Add(new StorageProtection());

        // Last, so that nothing is counted that another plugin refuses.
        plugins.Add(new ResourceQuotas(store.Resource("resourcequotas"), time));
        return new(plugins);
    }
}
