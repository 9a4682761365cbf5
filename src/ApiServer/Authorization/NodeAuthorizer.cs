using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Authentication;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Authorization;

/// <summary>The agent of a node may do what its own node and the pods on it need, and nothing for other nodes.</summary>
internal sealed class NodeAuthorizer(IResourceStore pods)
{
    private const string Group = "system:nodes";
    private const string UserPrefix = "system:node:";
    private static readonly AccessDecision No = new(false, "");
    private static readonly AccessDecision Yes = new(true, "");

    public async ValueTask<AccessDecision> Decide(UserInfo user, AccessAttributes attributes, CancellationToken cancellationToken)
    {
        if (!attributes.IsResource || !user.Groups.Contains(Group) || !user.Name.StartsWith(UserPrefix, StringComparison.Ordinal))
            return No;

        var node = user.Name[UserPrefix.Length..];
        var own = attributes.Name == node;
        var allowed = attributes switch
        {
            { Resource: "nodes", Verb: "get" or "list" or "watch" or "create" } => true,
            { Resource: "nodes", Subresource: "" or "status", Verb: "update" or "patch" } => own,
            { Resource: "services", Verb: "get" or "list" or "watch" } => true,
            { Resource: "endpoints", Verb: "get" } => true,
            { Resource: "events", Verb: "create" or "patch" or "update" } => true,
            { Resource: "pods", Subresource: "", Verb: "get" or "list" or "watch" or "create" } => true,
            { Resource: "pods", Subresource: "", Verb: "delete" } or { Resource: "pods", Subresource: "status", Verb: "update" or "patch" }
                or { Resource: "pods", Subresource: "eviction", Verb: "create" } => await RunsHere(node, attributes, cancellationToken),
            { Resource: "secrets" or "configmaps" or "persistentvolumeclaims", Subresource: "", Verb: "get" or "list" or "watch" } =>
                await IsNamed(node, attributes, cancellationToken),
            { Resource: "persistentvolumeclaims", Subresource: "status", Verb: "get" or "update" or "patch" } =>
                await IsNamed(node, attributes, cancellationToken),
            { Resource: "serviceaccounts", Subresource: "token", Verb: "create" } => await IsNamed(node, attributes, cancellationToken),
            { Resource: "persistentvolumes", Verb: "get" } => true,
            { Group: "coordination.k8s.io", Resource: "leases" } =>
                attributes.Namespace == "kube-node-lease" && (own || attributes.Verb == "create") && attributes.Verb is ("get" or "create" or "update" or "patch" or "delete"),
            { Group: "certificates.k8s.io", Resource: "certificatesigningrequests", Subresource: "", Verb: "get" or "list" or "watch" or "create" } => true,
            { Group: "authentication.k8s.io", Resource: "tokenreviews", Verb: "create" } => true,
            { Group: "authorization.k8s.io", Resource: "subjectaccessreviews" or "localsubjectaccessreviews", Verb: "create" } => true,
            { Group: "storage.k8s.io", Resource: "csinodes", Verb: "get" or "create" or "update" or "patch" or "delete" } => own || attributes.Verb == "create",
            { Group: "storage.k8s.io", Resource: "csidrivers", Verb: "get" or "list" or "watch" } => true,
            { Group: "storage.k8s.io", Resource: "volumeattachments", Verb: "get" } => true,
            { Group: "node.k8s.io", Resource: "runtimeclasses", Verb: "get" or "list" or "watch" } => true,
            _ => false,
        };
        return allowed ? Yes : No;
    }

    private async ValueTask<bool> RunsHere(string node, AccessAttributes attributes, CancellationToken cancellationToken) =>
        await pods.Get(new(attributes.Namespace, attributes.Name), cancellationToken) is { } stored && NodeOf(stored) == node;

    /// <summary>Does a pod of the node use it?</summary>
    private async ValueTask<bool> IsNamed(string node, AccessAttributes attributes, CancellationToken cancellationToken)
    {
        if (attributes.Name.Length == 0 || attributes.Namespace.Length == 0
            || await pods.Read(ReadAt.Newest.Instance, cancellationToken) is not ReadResult.Found found)
        {
            return false;
        }

        foreach (var stored in found.Snapshot.Objects(attributes.Namespace))
        {
            if (NodeOf(stored) == node && StoredTrees.Read(stored).Object("spec") is { } spec && Names(spec, attributes.Resource, attributes.Name))
                return true;
        }

        return false;
    }

    private static string NodeOf(StoredObject pod) => ObjectFacts.Of(pod, SelectableFields.Of(typeof(Pod))).Field("spec.nodeName");

    private static bool Names(TreeObject spec, string resource, string name) => resource switch
    {
        "serviceaccounts" => spec.Text("serviceAccountName") == name,
        "secrets" => Any(spec, name, "secretName", "secretRef", "secretKeyRef", "secret", "imagePullSecrets", "nodePublishSecretRef"),
        "configmaps" => Any(spec, name, "configMap", "configMapRef", "configMapKeyRef"),
        _ => Any(spec, name, "claimName"),
    };

    /// <summary>Looks for a reference of one of these members anywhere in the pod, as a name or an object with one.</summary>
    private static bool Any(Tree tree, string name, params string[] members)
    {
        switch (tree)
        {
            case TreeList list:
                foreach (var item in list)
                {
                    if (Any(item, name, members))
                        return true;
                }

                return false;
            case TreeObject obj:
                foreach (var (member, value) in obj)
                {
                    if ((members.Contains(member) && Refers(value, name)) || Any(value, name, members))
                        return true;
                }

                return false;
            default:
                return false;
        }
    }

    private static bool Refers(Tree value, string name) => value switch
    {
        TreeText text => text.Value == name,
        TreeObject obj => obj.Text("name") == name,
        TreeList list => list.Objects().Any(item => item.Text("name") == name),
        _ => false,
    };
}
