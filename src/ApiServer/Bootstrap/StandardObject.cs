using CloudletK8s.Api.Trees;

namespace CloudletK8s.ApiServer.Bootstrap;

/// <summary>An object that every cluster has, complete but for its uid and time.</summary>
/// <param name="Resource">As the store names it: "clusterroles.rbac.authorization.k8s.io".</param>
internal sealed record StandardObject(string Resource, TreeObject Object)
{
    public static TreeObject Named(string apiVersion, string kind, string name, string inNamespace = "")
    {
        var metadata = new TreeObject();
        metadata.Set("name", name);
        if (inNamespace.Length > 0)
            metadata.Set("namespace", inNamespace);
        var obj = new TreeObject();
        obj.Set("kind", kind);
        obj.Set("apiVersion", apiVersion);
        obj.Set("metadata", metadata);
        return obj;
    }
}
