using CloudletK8s.Api.Trees;

namespace CloudletK8s.ApiServer.Bootstrap;

internal static class StandardNamespaces
{
    public static IEnumerable<StandardObject> All()
    {
        foreach (var name in (IEnumerable<string>)["default", "kube-system", "kube-public", "kube-node-lease"])
        {
            var obj = StandardObject.Named("v1", "Namespace", name);
            obj.Object("metadata")!.Set("labels", new TreeObject { ["kubernetes.io/metadata.name"] = new TreeText(name) });
            obj.Set("spec", new TreeObject { ["finalizers"] = TreeList.OfTexts(["kubernetes"]) });
            obj.Set("status", new TreeObject { ["phase"] = new TreeText("Active") });
            yield return new("namespaces", obj);
        }
    }
}
