using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Storage.V1;
using CloudletK8s.Api.Values;
using CloudletK8s.SchedulerFn.Clusters;

namespace CloudletK8s.SchedulerFn.Tests.Builders;

/// <summary>
/// Claims, volumes and what makes them in a line: <c>claim c class=slow size=5Gi; volume v class=slow size=9Gi only:zone=x; class slow
/// waits; csinode a ebs=2</c>.
/// </summary>
internal static class StorageText
{
    public static IReadOnlyList<object> Read(string text) => [.. Words.Objects(text).Select(One)];

    public static void Apply(ClusterState state, object made)
    {
        switch (made)
        {
            case PersistentVolumeClaim claim:
                state.Apply(claim);
                break;
            case PersistentVolume volume:
                state.Apply(volume);
                break;
            case StorageClass storageClass:
                state.Apply(storageClass);
                break;
            case CSINode node:
                state.Apply(node);
                break;
            case CSIDriver driver:
                state.Apply(driver);
                break;
            case CSIStorageCapacity capacity:
                state.Apply(capacity);
                break;
        }
    }

    private static object One(string text)
    {
        var words = Words.Split(text).ToArray();
        var given = words.Skip(2).Select(word => Words.Cut(word, '=')).ToLookup(pair => pair.Before, pair => pair.After);
        return words[0] switch
        {
            "claim" => Claim(words[1], given),
            "volume" => Volume(words[1], given),
            "class" => new StorageClass
            {
                Metadata = new() { Name = words[1] },
                Provisioner = given["by"].FirstOrDefault() ?? "kubernetes.io/no-provisioner",
                VolumeBindingMode = given.Contains("waits") ? "WaitForFirstConsumer" : "Immediate",
                AllowedTopologies = given["allowed"].FirstOrDefault() is { } zones ? [new() { MatchLabelExpressions = [new() { Key = Words.Key("zone"), Values = zones.Split('|') }] }] : null,
            },
            "csinode" => new CSINode
            {
                Metadata = new() { Name = words[1] },
                Spec = new() { Drivers = [.. given.Select(driver => new CSINodeDriver { Name = driver.Key, NodeID = words[1], Allocatable = driver.First().Length == 0 ? null : new() { Count = int.Parse(driver.First()) } })] },
            },
            "driver" => new CSIDriver { Metadata = new() { Name = words[1] }, Spec = new() { StorageCapacity = given.Contains("tells") } },
            "capacity" => new CSIStorageCapacity
            {
                Metadata = new() { Name = words[1], Namespace = "default" },
                StorageClassName = given["class"].First(),
                Capacity = Quantity.Parse(given["size"].First()),
                MaximumVolumeSize = given["most"].FirstOrDefault() is { } most ? Quantity.Parse(most) : null,
                NodeTopology = new() { MatchLabels = new Dictionary<string, string> { [Words.Key("zone")] = given["zone"].First() } },
            },
            _ => throw new ArgumentException($"Storage knows nothing of {words[0]}."),
        };
    }

    private static PersistentVolumeClaim Claim(string name, ILookup<string, string> given)
    {
        var volume = given["bound"].FirstOrDefault();
        IReadOnlyDictionary<string, string> annotations = new Dictionary<string, string>();
        if (volume is not null && !given.Contains("binding"))
            annotations = annotations.With("pv.kubernetes.io/bind-completed", "yes");
        if (given["selected"].FirstOrDefault() is { } node)
            annotations = annotations.With("volume.kubernetes.io/selected-node", node);
        return new()
        {
            Metadata = new()
            {
                Name = name,
                Namespace = "default",
                Uid = $"uid-{name}",
                Annotations = annotations,
                DeletionTimestamp = given.Contains("leaving") ? DateTimeOffset.UnixEpoch : null,
                OwnerReferences = given["of"].FirstOrDefault() is { } owner ? [new() { ApiVersion = "v1", Kind = "Pod", Name = owner, Uid = $"uid-{owner}", Controller = true }] : null,
            },
            Spec = new()
            {
                AccessModes = [given.Contains("one") ? "ReadWriteOncePod" : "ReadWriteOnce"],
                StorageClassName = given["class"].FirstOrDefault(),
                VolumeName = volume,
                VolumeMode = given.Contains("block") ? "Block" : null,
                Selector = Words.Selector(given["where"].FirstOrDefault()?.Replace(':', '=') ?? ""),
                Resources = new() { Requests = new Dictionary<string, Quantity> { ["storage"] = Quantity.Parse(given["size"].FirstOrDefault() ?? "1Gi") } },
            },
            Status = new() { Phase = given["phase"].FirstOrDefault() ?? (volume is null ? "Pending" : "Bound") },
        };
    }

    private static PersistentVolume Volume(string name, ILookup<string, string> given)
    {
        var labels = new Dictionary<string, string>();
        foreach (var pair in given.Where(pair => pair.Key.StartsWith("l:", StringComparison.Ordinal)))
            labels[Words.Key(pair.Key[2..])] = pair.First();
        var claim = given["for"].FirstOrDefault();
        var reach = given.FirstOrDefault(pair => pair.Key.StartsWith("only:", StringComparison.Ordinal));
        return new()
        {
            Metadata = new() { Name = name, Labels = labels },
            Spec = new()
            {
                AccessModes = ["ReadWriteOnce", "ReadWriteOncePod"],
                StorageClassName = given["class"].FirstOrDefault(),
                VolumeMode = given.Contains("block") ? "Block" : null,
                Capacity = new Dictionary<string, Quantity> { ["storage"] = Quantity.Parse(given["size"].FirstOrDefault() ?? "1Gi") },
                ClaimRef = claim is null ? null : new() { Namespace = "default", Name = claim },
                Csi = given["csi"].FirstOrDefault() is { } driver ? new() { Driver = driver, VolumeHandle = $"handle-{name}" } : null,
                NodeAffinity = reach is null ? null : new()
                {
                    Required = new() { NodeSelectorTerms = [new() { MatchExpressions = [new() { Key = Words.Key(reach.Key[5..]), Operator = "In", Values = reach.First().Split('|') }] }] },
                },
            },
            Status = new() { Phase = given["phase"].FirstOrDefault() ?? (claim is null ? "Available" : "Bound") },
        };
    }
}
