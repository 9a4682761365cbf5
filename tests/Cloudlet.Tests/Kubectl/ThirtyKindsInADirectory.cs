namespace CloudletK8s.Cloudlet.Tests.Kubectl;

public sealed class ThirtyKindsInADirectory(KubectlServer server) : KubectlTests(server)
{
    /// <summary>Each look is a kubectl of its own; controllers need a few at most.</summary>
    private const int MostLooks = 100;

    private static readonly string Directory = TestData.Path("thirty-kinds");

    /// <summary>What is described, and how lines of it begin.</summary>
    private static readonly string[][] Descriptions =
    [
        ["pod once", "Name: once", "Labels: app=once", "Image: registry.example/once:1", "cpu: 100m", "QoS Class: Burstable"],
        ["deployment web", "Name: web", "Selector: app=web", "Replicas: 3 desired | 0 updated | 0 total | 0 available | 0 unavailable", "Port: 8080/TCP", "settings ConfigMap Optional: false"],
        ["service web", "Name: web", "Type: ClusterIP", "Port: http 80/TCP", "TargetPort: http/TCP", "Session Affinity: None"],
        ["statefulset db", "Name: db", "Replicas: 3 desired | 0 total", "Update Strategy: RollingUpdate", "Capacity: 2Gi"],
        ["job count", "Name: count", "Parallelism: 1", "Completions: 2", "Completion Mode: NonIndexed"],
        ["cronjob nightly", "Schedule: 30 3 * * *", "Concurrency Policy: Allow", "Suspend: False"],
        ["ingress web", "Ingress Class: outer", "web.example"],
        ["networkpolicy web", "PodSelector: app=once", "Policy Types: Ingress"],
        ["horizontalpodautoscaler web", "Reference: Deployment/web", "Min replicas: 2", "Max replicas: 8"],
        ["persistentvolumeclaim disk", "StorageClass: fast", "Status: Pending"],
        ["secret credentials", "Type: Opaque", "user: 6 bytes"],
        ["role reader", "configmaps [] [] [get list watch]"],
        ["namespace {ns}", "Labels: kubernetes.io/metadata.name={ns}", "Status: Active", "Name: bounds", "Container memory - 1Gi 1Gi 1Gi -"],
    ];

    [Theory, Kubectl, Kubectl("1.27"), Kubectl("1.33")]
    public async Task Are_applied_shown_described_and_deleted(string version)
    {
        var kubectl = await Server.Session(version);

        Assert.Equal(30, (await kubectl.Run($"apply -f {Directory}")).Lines.Count(line => line.EndsWith(" created", StringComparison.Ordinal)));
        Assert.Equal(30, (await kubectl.Run($"apply -f {Directory}")).Lines.Count);
        await kubectl.Run($"diff -f {Directory}");
        Assert.Equal(30, (await kubectl.Run($"get -f {Directory} -o name")).Lines.Count);
        await kubectl.Run($"get -f {Directory}");
        foreach (var description in Descriptions)
            await Describe(kubectl, description);

        Assert.Equal(30, (await kubectl.Run($"delete -f {Directory} --wait=false")).Output.Split('\n').Count(line => line.Contains(" deleted", StringComparison.Ordinal)));
        var left = await kubectl.Try($"get -f {Directory} -o name");
        foreach (var protectedObject in left.Lines)
            await kubectl.Try($"patch {protectedObject} --type=merge -p '{{\"metadata\":{{\"finalizers\":null}}}}'");

        // Controllers let go of what they protect at the same time.
        var looks = 0;
        while ((await kubectl.Run($"get -f {Directory} -o name --ignore-not-found")).Output is { Length: > 0 } rest)
            Assert.True(++looks < MostLooks, rest);
    }

    [Theory, Kubectl, Kubectl("1.27"), Kubectl("1.33")]
    public async Task Are_applied_to_the_server_twice_without_a_change(string version)
    {
        var kubectl = await Server.Session(version);

        await kubectl.Run($"apply --server-side -f {Directory}");
        var revisions = await SettledRevisions(kubectl);
        await kubectl.Run($"apply --server-side -f {Directory}");

        Assert.Equal(revisions, await SettledRevisions(kubectl));
        await kubectl.Run($"delete -f {Directory} --wait=false");
    }

    /// <summary>Once the controllers have said what there is to say about new objects.</summary>
    private static async Task<string> SettledRevisions(KubectlSession kubectl)
    {
        var before = await Revisions(kubectl);
        for (var look = 0; look < MostLooks; look++)
        {
            var now = await Revisions(kubectl);
            if (now == before)
                break;
            before = now;
        }

        return before;
    }

    private static async Task<string> Revisions(KubectlSession kubectl) =>
        (await kubectl.Run($"get -f {Directory} -o 'jsonpath={{range .items[*]}}{{.kind}} {{.metadata.resourceVersion}}{{\"\\n\"}}{{end}}'")).Output;

    private static async Task Describe(KubectlSession kubectl, string[] description)
    {
        string Local(string text) => text.Replace("{ns}", kubectl.Namespace, StringComparison.Ordinal);
        var described = await kubectl.Run($"describe {Local(description[0])}");
        var found = described.Lines.Select(line => line.Trim()).ToList();
        foreach (var line in description.Skip(1).Select(Local))
            Assert.True(found.Any(shown => shown.StartsWith(line, StringComparison.Ordinal)), $"No line \"{line}\" in:\n{described.Output}");
    }
}
