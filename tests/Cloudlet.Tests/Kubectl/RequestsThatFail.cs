namespace CloudletK8s.Cloudlet.Tests.Kubectl;

/// <summary>What kubectl tells its user is as with any other Kubernetes, to the letter.</summary>
public sealed class RequestsThatFail(KubectlServer server) : KubectlTests(server)
{
    [Theory, Kubectl, Kubectl("1.27"), Kubectl("1.33")]
    public async Task Say_that_something_is_not_there_or_already_is(string version)
    {
        var kubectl = await Server.Session(version);
        await kubectl.Run("create configmap c");

        Assert.Equal("Error from server (NotFound): configmaps \"no\" not found", await kubectl.Fail("get configmap no"));
        Assert.Equal("Error from server (NotFound): deployments.apps \"no\" not found", await kubectl.Fail("delete deployment no"));
        Assert.Equal("error: failed to create configmap: namespaces \"no\" not found", await kubectl.Fail("create configmap c --namespace=no"));
        Assert.Equal("error: the server doesn't have a resource type \"things\"", await kubectl.Fail("get things"));
        Assert.Equal("error: failed to create configmap: configmaps \"c\" already exists", await kubectl.Fail("create configmap c"));
        Assert.Equal(
            "Error from server (AlreadyExists): error when creating \"STDIN\": configmaps \"c\" already exists",
            await kubectl.Fail("create -f -", """{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "c"}}"""));
    }

    [Theory, Kubectl, Kubectl("1.27"), Kubectl("1.33")]
    public async Task Say_what_is_invalid(string version)
    {
        var kubectl = await Server.Session(version);

        Assert.Equal(
            "The Pod \"p\" is invalid: \n"
                + "* spec.containers[0].image: Required value\n"
                + "* spec.containers[0].ports[0].containerPort: Required value",
            await kubectl.Fail("create --validate=false -f -", """
                {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "p"}, "spec": {"containers": [{"name": "main", "ports": [{}]}]}}
                """));
        Assert.Equal(
            "The ConfigMap \"A_b\" is invalid: metadata.name: Invalid value: \"A_b\": a lowercase RFC 1123 subdomain must consist of lower case "
                + "alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for "
                + "validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
            await kubectl.Fail("create -f -", """{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "A_b"}}"""));

        await kubectl.Run("create deployment web --image=registry.example/web:1");
        Assert.Equal(
            "The Deployment \"web\" is invalid: spec.template.metadata.labels: Invalid value: map[string]string{\"app\":\"other\"}: "
                + "`selector` does not match template `labels`",
            await kubectl.Fail("""patch deployment web --type=merge -p '{"spec":{"template":{"metadata":{"labels":{"app":"other"}}}}}'"""));
        Assert.Equal(
            "The Deployment \"web\" is invalid: spec.replicas: Invalid value: -1: must be greater than or equal to 0",
            await kubectl.Fail("""patch deployment web --type=merge -p '{"spec":{"replicas":-1}}'"""));
    }

    [Theory, Kubectl, Kubectl("1.27"), Kubectl("1.33")]
    public async Task Say_which_field_is_unknown(string version)
    {
        var kubectl = await Server.Session(version);
        const string wrong = """{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "c"}, "dat": {"a": "b"}}""";

        Assert.Equal(
            "Error from server (BadRequest): error when creating \"STDIN\": ConfigMap in version \"v1\" cannot be handled as a ConfigMap: "
                + "strict decoding error: unknown field \"dat\"",
            await kubectl.Fail("create --validate=strict -f -", wrong));
        var warned = await kubectl.Run("create --validate=warn --dry-run=server -f -", wrong);
        Assert.Equal("Warning: unknown field \"dat\"\n", warned.Errors);
        Assert.Equal("configmap/c created (server dry run)\n", warned.Output);
        Assert.Equal("", (await kubectl.Run("create --validate=ignore -f -", wrong)).Errors);
    }

    [Theory, Kubectl, Kubectl("1.27"), Kubectl("1.33")]
    public async Task Say_that_somebody_was_faster(string version)
    {
        var kubectl = await Server.Session(version);
        await kubectl.Run("create configmap c");
        var seen = (await kubectl.Run("get configmap c -o json")).Output;
        await kubectl.Run("label configmap c a=b");

        Assert.Equal(
            "Error from server (Conflict): error when replacing \"STDIN\": Operation cannot be fulfilled on configmaps \"c\": the object has been "
                + "modified; please apply your changes to the latest version and try again",
            await kubectl.Fail("replace -f -", seen));
        await kubectl.Run("create deployment web --image=registry.example/web:1");
        Assert.Equal(
            "error: Expected replicas to be 3, was 1",
            await kubectl.Fail("scale deployment web --replicas=2 --current-replicas=3"));
    }
}
