using CloudletK8s.Api.Trees;

namespace CloudletK8s.ApiServer.Bootstrap;

internal static class StandardNamespaces
{
    private static readonly string[] Names = ["default", "kube-system", "kube-public", "kube-node-lease"];

    /// <summary>The accounts that pods have by default; other namespaces get theirs from a controller.</summary>
    public static IEnumerable<StandardObject> Accounts() =>
        Names.Select(name => new StandardObject("serviceaccounts", StandardObject.Named("v1", "ServiceAccount", "default", name)));

    public static IEnumerable<StandardObject> All()
    {
        foreach (var name in Names)
        {
            var obj = StandardObject.Named("v1", "Namespace", name);
            obj.Object("metadata")!.Set("labels", new TreeObject { ["kubernetes.io/metadata.name"] = new TreeText(name) });
            obj.Set("spec", new TreeObject { ["finalizers"] = TreeList.OfTexts(["kubernetes"]) });
            obj.Set("status", new TreeObject { ["phase"] = new TreeText("Active") });
            yield return new("namespaces", obj);
        }
    }
}
