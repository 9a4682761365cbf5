namespace CloudletK8s.Cloudlet.Tests.Kubectl;

/// <summary>What belongs to what, and goes with it or not.</summary>
public sealed class FamiliesThatKubectlDeletes(KubectlServer server) : KubectlTests(server)
{
    private const string Widgets = """
        {"apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition", "metadata": {"name": "widgets.family.example.com"},
         "spec": {"group": "family.example.com", "scope": "Namespaced", "names": {"plural": "widgets", "singular": "widget", "kind": "Widget"},
                  "versions": [{"name": "v1", "served": true, "storage": true,
                                "schema": {"openAPIV3Schema": {"type": "object", "x-kubernetes-preserve-unknown-fields": true}}}]}}
        """;

    [Theory, Kubectl]
    public async Task Go_with_their_owner_in_the_background(string version)
    {
        var kubectl = await Family(version);
        await kubectl.Run("delete configmap owner");

        await kubectl.Run("wait --for=delete configmap/child --timeout=30s");
    }

    [Theory, Kubectl]
    public async Task Go_before_their_owner_in_the_foreground(string version)
    {
        var kubectl = await Family(version);
        await kubectl.Run("delete configmap owner --cascade=foreground");

        Assert.Equal("Error from server (NotFound): configmaps \"child\" not found", await kubectl.Fail("get configmap child"));
    }

    [Theory, Kubectl]
    public async Task Stay_as_orphans(string version)
    {
        var kubectl = await Family(version);
        await kubectl.Run("delete configmap owner --cascade=orphan");

        Assert.Equal("", (await kubectl.Run("get configmap child -o jsonpath={.metadata.ownerReferences}")).Output);
    }

    [Theory, Kubectl]
    public async Task Of_custom_resources_go_as_well(string version)
    {
        var kubectl = await Server.Session(version);
        await kubectl.Run("apply -f -", Widgets);
        await kubectl.Run("wait --for=condition=Established crd/widgets.family.example.com --timeout=30s");
        await kubectl.Run("create -f -", """{"apiVersion": "family.example.com/v1", "kind": "Widget", "metadata": {"name": "owner"}}""");
        var uid = (await kubectl.Run("get widget owner -o jsonpath={.metadata.uid}")).Output;
        await kubectl.Run("create -f -", Child("ConfigMap", "v1", "child", "family.example.com/v1", "Widget", uid));
        await kubectl.Run("create -f -", Child("Widget", "family.example.com/v1", "child", "family.example.com/v1", "Widget", uid));

        await kubectl.Run("delete widget owner --cascade=foreground");

        Assert.Equal("", (await kubectl.Run("get widgets -o name")).Output);
        await kubectl.Run("wait --for=delete configmap/child --timeout=30s");
    }

    private async Task<KubectlSession> Family(string version)
    {
        var kubectl = await Server.Session(version);
        await kubectl.Run("create configmap owner");
        var uid = (await kubectl.Run("get configmap owner -o jsonpath={.metadata.uid}")).Output;
        await kubectl.Run("create -f -", Child("ConfigMap", "v1", "child", "v1", "ConfigMap", uid));
        return kubectl;
    }

    private static string Child(string kind, string apiVersion, string name, string ownerVersion, string ownerKind, string uid) => $$$"""
        {"apiVersion": "{{{apiVersion}}}", "kind": "{{{kind}}}", "metadata": {"name": "{{{name}}}", "ownerReferences": [
          {"apiVersion": "{{{ownerVersion}}}", "kind": "{{{ownerKind}}}", "name": "owner", "uid": "{{{uid}}}", "blockOwnerDeletion": true}]}}
        """;
}
