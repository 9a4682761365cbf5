using CloudletK8s.Api.Trees;
using static CloudletK8s.ApiServer.Authorization.Defaults.RuleTree;

namespace CloudletK8s.ApiServer.Authorization.Defaults;

/// <summary>What people are given: everything, administering, editing or viewing a namespace, and what anybody may see.</summary>
internal static class UserRoles
{
    private const string Core =
        "configmaps,endpoints,persistentvolumeclaims,persistentvolumeclaims/status,pods,replicationcontrollers,"
        + "replicationcontrollers/scale,serviceaccounts,services,services/status";
    private const string Apps =
        "controllerrevisions,daemonsets,daemonsets/status,deployments,deployments/scale,deployments/status,replicasets,"
        + "replicasets/scale,replicasets/status,statefulsets,statefulsets/scale,statefulsets/status";
    private const string AppsWritten =
        "daemonsets,deployments,deployments/rollback,deployments/scale,replicasets,replicasets/scale,statefulsets,statefulsets/scale";

    public static TreeObject[] Everything { get; } = [On(All, All, All), OnPaths(All, All)];

    public static TreeObject[] Discovery { get; } =
        [OnPaths("get", "/api,/api/*,/apis,/apis/*,/healthz,/livez,/openapi,/openapi/*,/readyz,/version,/version/")];

    public static TreeObject[] Monitoring { get; } = [OnPaths("get", "/healthz,/healthz/*,/livez,/livez/*,/metrics,/metrics/slis,/readyz,/readyz/*")];

    public static TreeObject[] PublicInfo { get; } = [OnPaths("get", "/healthz,/livez,/readyz,/version,/version/")];

    public static TreeObject[] Basic { get; } =
    [
        On("create", "authorization.k8s.io", "selfsubjectaccessreviews,selfsubjectrulesreviews"),
        On("create", "authentication.k8s.io", "selfsubjectreviews"),
    ];

    public static TreeObject[] View { get; } =
    [
        On(ReadVerbs, "core", Core),
        On(ReadVerbs, "core", "bindings,events,limitranges,namespaces/status,pods/log,pods/status,replicationcontrollers/status,resourcequotas,resourcequotas/status"),
        On(ReadVerbs, "core", "namespaces"),
        On(ReadVerbs, "discovery.k8s.io", "endpointslices"),
        On(ReadVerbs, "apps", Apps),
        On(ReadVerbs, "autoscaling", "horizontalpodautoscalers,horizontalpodautoscalers/status"),
        On(ReadVerbs, "batch", "cronjobs,cronjobs/status,jobs,jobs/status"),
        On(ReadVerbs, "policy", "poddisruptionbudgets,poddisruptionbudgets/status"),
        On(ReadVerbs, "networking.k8s.io", "ingresses,ingresses/status,networkpolicies"),
    ];

    public static TreeObject[] Edit { get; } =
    [
        On(ReadVerbs, "core", "pods/attach,pods/exec,pods/portforward,pods/proxy,secrets,services/proxy"),
        On("impersonate", "core", "serviceaccounts"),
        On(WriteVerbs, "core", "pods,pods/attach,pods/exec,pods/portforward,pods/proxy"),
        On("create", "core", "pods/eviction"),
        On(WriteVerbs, "core", "configmaps,events,persistentvolumeclaims,replicationcontrollers,replicationcontrollers/scale,secrets,serviceaccounts,services,services/proxy"),
        On("create", "core", "serviceaccounts/token"),
        On(WriteVerbs, "apps", AppsWritten),
        On(WriteVerbs, "autoscaling", "horizontalpodautoscalers"),
        On(WriteVerbs, "batch", "cronjobs,jobs"),
        On(WriteVerbs, "policy", "poddisruptionbudgets"),
        On(WriteVerbs, "networking.k8s.io", "ingresses,networkpolicies"),
        On("create,delete,deletecollection,get,list,patch,update,watch", "coordination.k8s.io", "leases"),
    ];

    public static TreeObject[] Admin { get; } =
    [
        On("create", "authorization.k8s.io", "localsubjectaccessreviews"),
        On("create,delete,deletecollection,get,list,patch,update,watch", "rbac.authorization.k8s.io", "rolebindings,roles"),
    ];
}
