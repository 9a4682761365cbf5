using CloudletK8s.Api.Apps.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Storage.V1;

namespace CloudletK8s.SchedulerFn.Clusters;

public sealed partial class ClusterState
{
    public void Apply(PersistentVolumeClaim claim) => Storage.Apply(claim);

    public void RemovePersistentVolumeClaim(string space, string name) => Storage.RemoveClaim(new(space, name));

    public void Apply(PersistentVolume volume) => Storage.Apply(volume);

    public void RemovePersistentVolume(string name) => Storage.RemoveVolume(name);

    public void Apply(StorageClass storageClass) => Storage.Apply(storageClass);

    public void RemoveStorageClass(string name) => Storage.RemoveClass(name);

    public void Apply(CSINode node) => Storage.Apply(node);

    public void RemoveCSINode(string name) => Storage.RemoveNode(name);

    public void Apply(CSIDriver driver) => Storage.Apply(driver);

    public void RemoveCSIDriver(string name) => Storage.RemoveDriver(name);

    public void Apply(CSIStorageCapacity capacity) => Storage.Apply(capacity);

    public void RemoveCSIStorageCapacity(string space, string name) => Storage.RemoveCapacity(new(space, name));

    public void Apply(Service service) => Workloads.Apply(service);

    public void RemoveService(string space, string name) => Workloads.RemoveService(new(space, name));

    public void Apply(ReplicationController controller) => Workloads.Apply(controller);

    public void RemoveReplicationController(string space, string name) => Workloads.RemoveReplicationController(new(space, name));

    public void Apply(ReplicaSet set) => Workloads.Apply(set);

    public void RemoveReplicaSet(string space, string name) => Workloads.RemoveReplicaSet(new(space, name));

    public void Apply(StatefulSet set) => Workloads.Apply(set);

    public void RemoveStatefulSet(string space, string name) => Workloads.RemoveStatefulSet(new(space, name));
}
