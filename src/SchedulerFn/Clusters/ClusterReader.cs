using CloudletK8s.Api.Apps.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Policy.V1;
using CloudletK8s.Api.Storage.V1;
using CloudletK8s.ControllerRuntime.Clients;

namespace CloudletK8s.SchedulerFn.Clusters;

/// <summary>Reads a cluster from any API server, once: for whoever explains and does not schedule.</summary>
public static class ClusterReader
{
    private static readonly ListOptions AtHand = new() { WithoutManagedFields = true };

    public static async Task<ClusterState> Read(IApiClient client, CancellationToken cancellationToken)
    {
        var state = new ClusterState();
        await Each<Namespace>(state.Apply);
        await Each<Node>(state.Apply);
        await Each<PersistentVolume>(state.Apply);
        await Each<PersistentVolumeClaim>(state.Apply);
        await Each<StorageClass>(state.Apply);
        await Each<CSINode>(state.Apply);
        await Each<CSIDriver>(state.Apply);
        await Each<CSIStorageCapacity>(state.Apply);
        await Each<Service>(state.Apply);
        await Each<ReplicationController>(state.Apply);
        await Each<ReplicaSet>(state.Apply);
        await Each<StatefulSet>(state.Apply);
        await Each<PodDisruptionBudget>(state.Apply);
        await Each<Pod>(pod => state.Apply(pod));
        return state;

        async Task Each<T>(Action<T> apply) where T : class, IApiObject
        {
            foreach (var obj in (await client.List<T>("", AtHand, cancellationToken)).Required().Items)
                apply(obj);
        }
    }
}
