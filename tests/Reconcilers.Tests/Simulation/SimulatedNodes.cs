using CloudletK8s.Api.Coordination.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Clients;

namespace CloudletK8s.Reconcilers.Tests.Simulation;

/// <summary>A scheduler and kubelets of the simplest kind: they move one pod one step at a time.</summary>
internal sealed class SimulatedNodes(SimulatedCluster cluster)
{
    private const int Nodes = 3;
    private const string Leases = "kube-node-lease";

    private static NodeStatus Ready { get; } = new() { Conditions = [new() { Type = "Ready", Status = "True" }] };

    /// <summary>Pods of jobs that ended well, each by its uid: what a job may count.</summary>
    public HashSet<string> Succeeded { get; } = [];

    public async Task Begin()
    {
        for (var i = 0; i < Nodes; i++)
        {
            await cluster.User.Create(
                new Node { Metadata = new() { Name = $"node-{i}" }, Status = Ready },
                WriteOptions.Default,
                CancellationToken.None);
            await cluster.User.Create(
                new Lease { Metadata = new() { Name = $"node-{i}", Namespace = Leases }, Spec = new() { HolderIdentity = $"node-{i}", RenewTime = new(cluster.Time.GetUtcNow()) } },
                WriteOptions.Default,
                CancellationToken.None);
        }
    }

    /// <summary>Time passes, and the nodes are heard of.</summary>
    public async Task Pass(TimeSpan span)
    {
        cluster.Time.Advance(span);
        for (var i = 0; i < Nodes; i++)
        {
            var lease = (await cluster.User.Get<Lease>(new(Leases, $"node-{i}"), CancellationToken.None)).Required();
            await cluster.User.Update(lease with { Spec = lease.Spec! with { RenewTime = new(cluster.Time.GetUtcNow()) } }, WriteOptions.Default, CancellationToken.None);

            await SpeakUp($"node-{i}");
        }
    }

    /// <summary>Caches that stand still make controllers take a node for lost; it says that it is there, as a kubelet does.</summary>
    private async Task SpeakUp(string name)
    {
        var node = (await cluster.User.Get<Node>(new("", name), CancellationToken.None)).Required();
        if (node.Status?.Conditions?.Any(condition => condition is { Type: "Ready", Status: "True" }) != true)
            await cluster.User.UpdateStatus(node with { Status = Ready }, WriteOptions.Default, CancellationToken.None);
    }

    /// <returns>False: every pod is where it should be.</returns>
    public async Task<bool> Step()
    {
        List<Pod> pods = [.. (await cluster.All<Pod>()).Where(NeedsAStep)];
        if (pods.Count == 0)
            return false;

        var pod = pods[cluster.Random.Next(pods.Count)];
        var name = ObjectName.Of(pod);
        if (pod.Metadata!.DeletionTimestamp is not null)
            await cluster.User.Delete<Pod>(name, new() { GracePeriodSeconds = 0, Preconditions = new() { Uid = pod.Metadata.Uid } }, CancellationToken.None);
        else if (pod.Spec!.NodeName is not { Length: > 0 })
            await cluster.User.Bind(Binding(name), WriteOptions.Default, CancellationToken.None);
        else
        {
            await SpeakUp(pod.Spec.NodeName);
            await cluster.User.UpdateStatus(pod with { Status = Next(pod) }, WriteOptions.Default, CancellationToken.None);
        }

        return true;
    }

    private static bool NeedsAStep(Pod pod) =>
        pod.Metadata!.DeletionTimestamp is not null ? pod.Metadata.Finalizers is not { Count: > 0 } || pod.Status?.Phase is not ("Succeeded" or "Failed")
        : pod.Status?.Phase is "Succeeded" or "Failed" ? false
        : pod.Spec!.RestartPolicy != "Always" || !IsReady(pod);

    private static bool IsReady(Pod pod) => pod.Status?.Conditions?.Any(condition => condition is { Type: "Ready", Status: "True" }) == true;

    private PodStatus Next(Pod pod)
    {
        var now = cluster.Time.GetUtcNow();
        if (pod.Spec!.RestartPolicy != "Always" && pod.Status?.Phase == "Running")
        {
            var fails = !cluster.Faults.HaveStopped && cluster.Random.Next(4) == 0;
            if (!fails)
                Succeeded.Add(pod.Metadata!.Uid!);
            return pod.Status with { Phase = fails ? "Failed" : "Succeeded" };
        }

        return (pod.Status ?? new()) with
        {
            Phase = "Running",
            StartTime = pod.Status?.StartTime ?? now,
            Conditions =
            [
                .. (pod.Status?.Conditions ?? []).Where(condition => condition.Type != "Ready"),
                new() { Type = "Ready", Status = "True", LastTransitionTime = now },
            ],
        };
    }

    private Binding Binding(ObjectName pod) => new()
    {
        Metadata = new() { Name = pod.Name, Namespace = pod.Namespace },
        Target = new() { Kind = "Node", Name = $"node-{cluster.Random.Next(Nodes)}" },
    };
}
