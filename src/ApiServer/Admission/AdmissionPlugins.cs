using CloudletK8s.ApiServer.Admission.PodSecurity;
using CloudletK8s.ApiServer.Admission.Policies;
using CloudletK8s.ApiServer.Admission.Quotas;
using CloudletK8s.ApiServer.Admission.Webhooks;
using CloudletK8s.ApiServer.Authorization;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Admission;

/// <summary>Which plugins there are, in the order in which they see a write.</summary>
internal static class AdmissionPlugins
{
    public static AdmissionChain Over(
        IClusterStore store,
        ApiServerOptions options,
        RbacAuthorizer rbac,
        IAuthorizer authorizer,
        WebhookCalls webhooks,
        ServedResources served,
        TimeProvider time,
        Random random)
    {
        var plugins = new List<IAdmissionPlugin>
        {
            new NamespaceLifecycle(store.Resource("namespaces")),
            new RoleEscalation(rbac),
            new LimitRanges(store.Resource("limitranges")),
            new ServiceAccounts(store.Resource("serviceaccounts"), options.RequireServiceAccount, time, random),
            new PodSecurityStandards(store.Resource("namespaces")),
            new NamespaceLevels(store.Resource("pods")),
            new PodPriority(store.Resource("priorityclasses.scheduling.k8s.io")),
            new DefaultTolerations(),
            new DefaultClasses(store.Resource("storageclasses.storage.k8s.io"), store.Resource("ingressclasses.networking.k8s.io")),
            new RuntimeClasses(store.Resource("runtimeclasses.node.k8s.io")),
            new ClaimResize(store.Resource("storageclasses.storage.k8s.io")),
            new CertificateSigners(authorizer),
        };
        plugins.Add(new ParamAccess(store.Resource(ValidatingPolicies.Resource), served, authorizer));
        if (options.ProtectStorageInUse)
            plugins.Add(new StorageProtection());

        plugins.Add(new MutatingWebhooks(store.Resource(MutatingWebhooks.Resource), webhooks, time));
        plugins.Add(new ValidatingPolicies(
            store.Resource(ValidatingPolicies.Resource),
            store.Resource(ValidatingPolicies.BindingResource),
            store.Resource("namespaces"),
            served,
            authorizer,
            time));
        plugins.Add(new ValidatingWebhooks(store.Resource(ValidatingWebhooks.Resource), webhooks, time));

        // Last, so that nothing is counted that another plugin refuses.
        plugins.Add(new ResourceQuotas(store.Resource("resourcequotas"), time));
        return new(plugins);
    }
}
