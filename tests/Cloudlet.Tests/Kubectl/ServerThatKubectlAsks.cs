namespace CloudletK8s.Cloudlet.Tests.Kubectl;

public sealed class ServerThatKubectlAsks(KubectlServer server) : KubectlTests(server)
{
    [Theory, Kubectl, Kubectl("1.27"), Kubectl("1.33")]
    public async Task Says_what_it_serves(string version)
    {
        var kubectl = await Server.Session(version);

        Assert.Contains("apps/v1", (await kubectl.Run("api-versions")).Lines);
        var resources = (await kubectl.Run("api-resources")).Lines;
        Assert.Contains("deployments deploy apps/v1 true Deployment", resources);
        Assert.Contains("nodes no v1 false Node", resources);
        Assert.Contains("pods po v1 true Pod", resources);
        Assert.Contains("horizontalpodautoscalers hpa autoscaling/v2 true HorizontalPodAutoscaler", resources);
        Assert.Contains("deployments.apps", (await kubectl.Run("api-resources --api-group=apps --namespaced -o name")).Lines);
        Assert.Contains("gitVersion: v1.32.", (await kubectl.Run("version -o yaml")).Output[^300..]);
        Assert.Equal("ok", (await kubectl.Run("get --raw /readyz")).Output);
        Assert.Contains($"is running at {Server.Process.Url.GetLeftPart(UriPartial.Authority)}", (await kubectl.Run("cluster-info")).Output.Replace("\u001b[0m", "").Replace("\u001b[0;33m", ""));
        Assert.Equal(
            ["NAME STATUS AGE", "default Active", "kube-node-lease Active", "kube-public Active", "kube-system Active"],
            (await kubectl.Run("get namespaces")).Lines.Where(line => !line.StartsWith("test-", StringComparison.Ordinal))
                .Select((line, index) => index == 0 ? line : line[..line.LastIndexOf(' ')]));
        Assert.StartsWith("kubernetes ClusterIP 10.96.0.1 <none> 443/TCP ", (await kubectl.Run("get service -n default")).Lines[1]);
    }

    [Theory, Kubectl, Kubectl("1.27"), Kubectl("1.33")]
    public async Task Says_who_may_do_what(string version)
    {
        var kubectl = await Server.Session(version);
        await kubectl.Run("create serviceaccount robot");

        Assert.Equal("yes\n", (await kubectl.Run("auth can-i create deployments.apps")).Output);
        Assert.Contains("*.* [] [] [*]", (await kubectl.Run("auth can-i --list")).Lines);
        Assert.Equal("no\n", (await kubectl.Try("auth can-i list secrets --as=jane")).Output);
        if (version != "1.27") // Which asks for a version of the review that Kubernetes 1.32 no longer serves.
        {
            var who = (await kubectl.Run("auth whoami")).Lines;
            Assert.Contains("Username kubernetes-admin", who);
            Assert.Contains("Groups [system:masters system:authenticated]", who);
        }

        var token = (await kubectl.Run("create token robot")).Output.Trim();
        Assert.Equal(2, token.Count(sign => sign == '.'));
        var name = $"system:serviceaccount:{kubectl.Namespace}:robot";
        var other = await kubectl.WithToken(token, Server.Process.Url);
        Assert.Equal(
            $"Error from server (Forbidden): configmaps is forbidden: User \"{name}\" cannot list resource \"configmaps\" in API group \"\" in the "
                + $"namespace \"{kubectl.Namespace}\"",
            await other.Fail("get configmaps"));

        await kubectl.Run("create role reader --verb=get,list --resource=configmaps");
        await kubectl.Run($"create rolebinding reader --role=reader --serviceaccount={kubectl.Namespace}:robot");
        Assert.Equal("", (await other.Run("get configmaps --field-selector metadata.name!=kube-root-ca.crt -o name")).Output);
    }
}
