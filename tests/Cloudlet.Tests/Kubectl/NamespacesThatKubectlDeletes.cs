namespace CloudletK8s.Cloudlet.Tests.Kubectl;

public sealed class NamespacesThatKubectlDeletes(KubectlServer server) : KubectlTests(server)
{
    private const string Gadgets = """
        {"apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition", "metadata": {"name": "gadgets.space.example.com"},
         "spec": {"group": "space.example.com", "scope": "Namespaced", "names": {"plural": "gadgets", "singular": "gadget", "kind": "Gadget"},
                  "versions": [{"name": "v1", "served": true, "storage": true,
                                "schema": {"openAPIV3Schema": {"type": "object", "x-kubernetes-preserve-unknown-fields": true}}}]}}
        """;

    [Theory, Kubectl]
    public async Task Go_with_everything_in_them(string version)
    {
        var kubectl = await Server.Session(version);
        await kubectl.Run("apply -f -", Gadgets);
        await kubectl.Run("wait --for=condition=Established crd/gadgets.space.example.com --timeout=30s");
        await kubectl.Run("create namespace filled");
        await kubectl.Run("create -n filled -f -", """{"apiVersion": "space.example.com/v1", "kind": "Gadget", "metadata": {"name": "g"}}""");
        await kubectl.Run("create -n filled -f -", Pod);
        await kubectl.Run("create secret generic s -n filled --from-literal=a=b");

        Assert.Equal("namespace \"filled\" deleted\n", (await kubectl.Run("delete namespace filled --timeout=30s")).Output);

        Assert.Equal("", (await kubectl.Run("get gadgets -A -o name")).Output);
        await kubectl.Run("create namespace filled");
        Assert.Equal("", (await kubectl.Run("get pods,secrets,gadgets -n filled -o name")).Output);
    }

    [Theory, Kubectl]
    public async Task Say_what_holds_them(string version)
    {
        var kubectl = await Server.Session(version);
        await kubectl.Run("create namespace held");
        await kubectl.Run("create configmap c -n held");
        await kubectl.Run("""patch configmap c -n held --type=merge -p '{"metadata":{"finalizers":["example.com/held"]}}'""");

        await kubectl.Run("delete namespace held --wait=false");
        await kubectl.Run("wait --for=condition=NamespaceFinalizersRemaining namespace/held --timeout=30s");

        Assert.Equal(
            "Some finalizers are remaining: example.com/held in 1 resource instances",
            (await kubectl.Run("""get namespace held -o 'jsonpath={.status.conditions[?(@.type=="NamespaceFinalizersRemaining")].message}'""")).Output);
        await kubectl.Run("""patch configmap c -n held --type=merge -p '{"metadata":{"finalizers":null}}'""");
        await kubectl.Run("wait --for=delete namespace/held --timeout=30s");
    }

    [Theory, Kubectl]
    public async Task Have_an_account_and_certificates_while_they_live(string version)
    {
        var kubectl = await Server.Session(version);
        await kubectl.Run("create -f -", Pod);
        Assert.Equal("default", (await kubectl.Run("get pod p -o jsonpath={.spec.serviceAccountName}")).Output);
        await kubectl.Run("wait --for=create configmap/kube-root-ca.crt --timeout=30s");
        Assert.StartsWith("-----BEGIN CERTIFICATE-----", (await kubectl.Run("get configmap kube-root-ca.crt -o 'jsonpath={.data.ca\\.crt}'")).Output);

        await kubectl.Run("create serviceaccount builder");
        var token = (await kubectl.Run("create token builder")).Output.Trim();
        var other = await kubectl.WithToken(token, Server.Process.Url);
        Assert.Contains($"system:serviceaccount:{kubectl.Namespace}:builder", (await other.Run("auth whoami")).Output);
    }
}
