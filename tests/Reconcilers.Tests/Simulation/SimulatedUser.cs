using CloudletK8s.Api.Apps.V1;
using CloudletK8s.Api.Batch.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Clients;

namespace CloudletK8s.Reconcilers.Tests.Simulation;

/// <summary>Somebody who deploys, scales, rolls out, deletes pods and runs jobs, at random.</summary>
internal sealed class SimulatedUser(SimulatedCluster cluster)
{
    public const string Namespace = "default";
    private const int Workloads = 2;

    private int _jobs;

    /// <summary>Pods that were asked for at any time since the last rest, by owner: what an excess is measured against.</summary>
    public Dictionary<string, int> MostReplicas { get; } = [];

    public async Task Begin()
    {
        for (var i = 0; i < Workloads; i++)
        {
            Ask($"web-{i}", 3);
            await cluster.User.Create(Deployment($"web-{i}", 3), WriteOptions.Default, CancellationToken.None);
            await cluster.User.Create(StatefulSet($"db-{i}", 2), WriteOptions.Default, CancellationToken.None);
        }
    }

    public async Task Act()
    {
        switch (cluster.Random.Next(8))
        {
            case 0 or 1:
                await Scale();
                break;
            case 2 or 3:
                await RollOut();
                break;
            case 4 or 5:
                await DeleteAPod();
                break;
            case 6 when _jobs < 4:
                await cluster.User.Create(Job($"job-{_jobs++}"), WriteOptions.Default, CancellationToken.None);
                break;
        }
    }

    private async Task Scale()
    {
        var name = $"web-{cluster.Random.Next(Workloads)}";
        var replicas = cluster.Random.Next(0, 6);
        Ask(name, replicas);
        await Edit(name, deployment => deployment with { Spec = deployment.Spec! with { Replicas = replicas } });
    }

    private Task RollOut()
    {
        var image = $"nginx:{cluster.Random.Next(1000)}";
        var name = $"web-{cluster.Random.Next(Workloads)}";
        return Edit(name, deployment => deployment with { Spec = deployment.Spec! with { Template = Template(name, image) } });
    }

    private async Task DeleteAPod()
    {
        var pods = await cluster.All<Pod>();
        if (pods.Count > 0)
            await cluster.User.Delete<Pod>(ObjectName.Of(pods[cluster.Random.Next(pods.Count)]), new(), CancellationToken.None);
    }

    private async Task Edit(string name, Func<Deployment, Deployment> edit)
    {
        while (true)
        {
            var current = (await cluster.User.Get<Deployment>(new(Namespace, name), CancellationToken.None)).Required();
            if (await cluster.User.Update(edit(current), WriteOptions.Default, CancellationToken.None) is not ApiResult<Deployment>.Conflict)
                return;
        }
    }

    private void Ask(string name, int replicas) => MostReplicas[name] = Math.Max(replicas, MostReplicas.GetValueOrDefault(name));

    private static Deployment Deployment(string name, int replicas) => new()
    {
        Metadata = new() { Name = name, Namespace = Namespace },
        Spec = new()
        {
            Replicas = replicas,
            Selector = new() { MatchLabels = Labels(name) },
            Template = Template(name, "nginx:0"),
            Strategy = new() { Type = "RollingUpdate", RollingUpdate = new() { MaxSurge = Api.Values.IntOrString.Of(1), MaxUnavailable = Api.Values.IntOrString.Of(1) } },
        },
    };

    private static StatefulSet StatefulSet(string name, int replicas) => new()
    {
        Metadata = new() { Name = name, Namespace = Namespace },
        Spec = new() { Replicas = replicas, ServiceName = name, Selector = new() { MatchLabels = Labels(name) }, Template = Template(name, "db:0") },
    };

    private static Job Job(string name) => new()
    {
        Metadata = new() { Name = name, Namespace = Namespace },
        Spec = new()
        {
            Completions = 4,
            Parallelism = 2,
            BackoffLimit = 20,
            Template = new() { Spec = new() { RestartPolicy = "Never", Containers = [new() { Name = "c", Image = "task" }] } },
        },
    };

    private static PodTemplateSpec Template(string name, string image) => new()
    {
        Metadata = new() { Labels = Labels(name) },
        Spec = new() { Containers = [new() { Name = "c", Image = image }] },
    };

    private static Dictionary<string, string> Labels(string name) => new() { ["app"] = name };
}
