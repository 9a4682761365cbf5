namespace CloudletK8s.Cloudlet.Tests.Kubectl;

public sealed class ObjectsThatKubectlShows(KubectlServer server) : KubectlTests(server)
{
    [Theory, Kubectl, Kubectl("1.27"), Kubectl("1.33")]
    public async Task Come_in_every_form(string version)
    {
        var kubectl = await Server.Session(version);
        await kubectl.Run("create -f -", Pod);
        await kubectl.Run("create configmap c --from-literal=color=blue");

        var table = (await kubectl.Run("get pods")).Lines;
        Assert.Equal("NAME READY STATUS RESTARTS AGE", table[0]);
        Assert.StartsWith("p 0/1 Pending 0 ", table[1]);
        var wide = (await kubectl.Run("get pods -o wide")).Lines;
        Assert.Equal("NAME READY STATUS RESTARTS AGE IP NODE NOMINATED NODE READINESS GATES", wide[0]);
        Assert.EndsWith(" <none> <none> <none> <none>", wide[1]);
        Assert.EndsWith(" app=p", (await kubectl.Run("get pods --show-labels")).Lines[1]);
        Assert.Equal("NAMESPACE NAME READY STATUS RESTARTS AGE", (await kubectl.Run("get pods -A")).Lines[0]);
        Assert.Equal("pod/p\nconfigmap/c\n", (await kubectl.Run("get pods,configmaps --field-selector metadata.name!=kube-root-ca.crt -o name")).Output);
        Assert.Equal("p Pending", (await kubectl.Run("get pod p -o 'jsonpath={.metadata.name} {.status.phase}'")).Output);
        Assert.Equal("p", (await kubectl.Run("get pod p -o 'go-template={{.metadata.name}}'")).Output);
        Assert.Equal(["N I", "p registry.example/p:1"], (await kubectl.Run("get pods -o custom-columns=N:.metadata.name,I:.spec.containers[*].image")).Lines);
        Assert.Contains("\"kind\": \"ConfigMap\"", (await kubectl.Run("get configmap c -o json")).Output);
        Assert.Equal("", (await kubectl.Run("get pods --field-selector=status.phase=Running -o name")).Output);
        Assert.Equal("pod/p\n", (await kubectl.Run("get pods --field-selector=metadata.name=p -l 'app in (p, q),!tier' -o name")).Output);
        Assert.Equal("c", (await kubectl.Run("get configmaps --field-selector metadata.name!=kube-root-ca.crt --sort-by=.metadata.name -o jsonpath={.items[*].metadata.name}")).Output);
        Assert.Equal("No resources found in " + kubectl.Namespace + " namespace.\n", (await kubectl.Run("get services")).Errors);
    }

    [Theory, Kubectl, Kubectl("1.27"), Kubectl("1.33")]
    public async Task Are_whole_in_yaml(string version)
    {
        var kubectl = await Server.Session(version);
        await kubectl.Run("create service clusterip s --tcp=80:8080 --clusterip=None");

        var yaml = (await kubectl.Run("get service s -o yaml")).Output;

        Assert.Equal(
            """
            apiVersion: v1
            kind: Service
            metadata:
              creationTimestamp: <time>
              labels:
                app: s
              name: s
              namespace: <namespace>
              resourceVersion: <revision>
              uid: <uid>
            spec:
              clusterIP: None
              clusterIPs:
              - None
              internalTrafficPolicy: Cluster
              ipFamilies:
              - IPv4
              ipFamilyPolicy: SingleStack
              ports:
              - name: 80-8080
                port: 80
                protocol: TCP
                targetPort: 8080
              selector:
                app: s
              sessionAffinity: None
              type: ClusterIP
            status:
              loadBalancer: {}

            """,
            string.Join('\n', yaml.Split('\n').Select(line => line.TrimStart().Split(": ") switch
            {
                ["creationTimestamp", _] => "  creationTimestamp: <time>",
                ["namespace", _] => "  namespace: <namespace>",
                ["resourceVersion", _] => "  resourceVersion: <revision>",
                ["uid", _] => "  uid: <uid>",
                _ => line,
            })));
    }

    [Theory, Kubectl, Kubectl("1.27"), Kubectl("1.33")]
    public async Task Are_explained(string version)
    {
        var kubectl = await Server.Session(version);

        var all = (await kubectl.Run("explain deployment --recursive")).Lines;
        Assert.Contains("VERSION: v1", all);
        Assert.Contains("minReadySeconds <integer>", all);
        Assert.Contains(all, line => line.StartsWith("maxSurge <", StringComparison.Ordinal));
        var one = (await kubectl.Run("explain pod.spec.containers.image")).Lines;
        Assert.Contains(one, line => line is "FIELD: image <string>");
        Assert.Equal("error: field \"no\" does not exist", await kubectl.Fail("explain pod.no"));
    }
}
