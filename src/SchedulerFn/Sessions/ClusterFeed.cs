using System.Collections.Concurrent;
using CloudletK8s.Api.Apps.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Policy.V1;
using CloudletK8s.Api.Storage.V1;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Work;
using CloudletK8s.SchedulerFn.Clusters;
using CloudletK8s.SchedulerFn.Queues;

namespace CloudletK8s.SchedulerFn.Sessions;

/// <summary>
/// Brings the changes of the cluster to the scheduler's one thread. The caches' feeds put them into a queue; the session takes
/// them out and applies them before each pod that it places.
/// </summary>
internal sealed class ClusterFeed
{
    private static readonly ObjectName[] Wake = [WorkKeys.Scheduling.Object];

    private readonly ConcurrentQueue<Action> _changes = new();
    private readonly Action _arrived;
    private readonly ClusterState _state;

    public ClusterFeed(ControllerSources sources, ClusterState state, Action arrived, Action<ClusterEvent, string?> happened, Action<ObjectChange<Pod>> podChanged)
    {
        _state = state;
        _arrived = arrived;

        Follow<Node>(sources.On<Node>(static change => change.Current is { } node && NodeChange.Of(change.Previous, node) == ClusterEvent.None ? [] : Wake), change =>
        {
            if (change.Current is not { } node)
            {
                _state.RemoveNode(change.Name.Name);
                happened(ClusterEvent.NodeRemoved, change.Name.Name);
                return;
            }

            _state.Apply(node);
            happened(NodeChange.Of(change.Previous, node), node.Metadata?.Name);
        });
        Follow(sources.On<Pod>(static _ => Wake), podChanged);
        Follow(sources.On<Namespace>(static _ => Wake), change => Apply(change, _state.Apply, name => _state.RemoveNamespace(name.Name), ClusterEvent.Namespaces));
        Follow(sources.On<PersistentVolumeClaim>(static _ => Wake), change =>
            Apply(change, _state.Apply, name => _state.RemovePersistentVolumeClaim(name.Namespace, name.Name), ClusterEvent.Storage));
        Follow(sources.On<PersistentVolume>(static _ => Wake), change => Apply(change, _state.Apply, name => _state.RemovePersistentVolume(name.Name), ClusterEvent.Storage));
        Follow(sources.On<StorageClass>(static _ => Wake), change => Apply(change, _state.Apply, name => _state.RemoveStorageClass(name.Name), ClusterEvent.Storage));
        Follow(sources.On<CSINode>(static _ => Wake), change => Apply(change, _state.Apply, name => _state.RemoveCSINode(name.Name), ClusterEvent.Storage));
        Follow(sources.On<CSIDriver>(static _ => Wake), change => Apply(change, _state.Apply, name => _state.RemoveCSIDriver(name.Name), ClusterEvent.Storage));
        Follow(sources.On<CSIStorageCapacity>(static _ => Wake), change =>
            Apply(change, _state.Apply, name => _state.RemoveCSIStorageCapacity(name.Namespace, name.Name), ClusterEvent.Storage));

        // These count when a pod is placed and free nobody: they wake no one, and are taken in with the next pod.
        Follow(sources.Reads<PodDisruptionBudget>(), change =>
            Apply(change, _state.Apply, name => _state.RemovePodDisruptionBudget(name.Namespace, name.Name), ClusterEvent.None));
        Follow(sources.Reads<Service>(), change => Apply(change, _state.Apply, name => _state.RemoveService(name.Namespace, name.Name), ClusterEvent.None));
        Follow(sources.Reads<ReplicationController>(), change =>
            Apply(change, _state.Apply, name => _state.RemoveReplicationController(name.Namespace, name.Name), ClusterEvent.None));
        Follow(sources.Reads<ReplicaSet>(), change => Apply(change, _state.Apply, name => _state.RemoveReplicaSet(name.Namespace, name.Name), ClusterEvent.None));
        Follow(sources.Reads<StatefulSet>(), change => Apply(change, _state.Apply, name => _state.RemoveStatefulSet(name.Namespace, name.Name), ClusterEvent.None));

        void Apply<T>(ObjectChange<T> change, Action<T> apply, Action<ObjectName> remove, ClusterEvent means) where T : class, IApiObject
        {
            if (change.Current is { } current)
                apply(current);
            else
                remove(change.Name);
            happened(means, null);
        }
    }

    public bool HasChanges => !_changes.IsEmpty;

    /// <summary>On the session's thread.</summary>
    public void Drain()
    {
        while (_changes.TryDequeue(out var apply))
            apply();
    }

    private void Follow<T>(ObjectCache<T> cache, Action<ObjectChange<T>> apply) where T : class, IApiObject
    {
        cache.Changed += change =>
        {
            _changes.Enqueue(() => apply(change));
            _arrived();
        };
    }
}
