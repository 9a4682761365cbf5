using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Policy.V1;
using CloudletK8s.Api.Storage.V1;
using CloudletK8s.SchedulerFn.Clusters;
using CloudletK8s.SchedulerFn.Profiles;
using CloudletK8s.SchedulerFn.Tests.Builders;
using CloudletK8s.SchedulerFn.Tests.Plain;

namespace CloudletK8s.SchedulerFn.Tests.Generated;

/// <summary>One generated cluster, kept twice: as the state under test and as plain lists. It changes as real ones do.</summary>
internal sealed class TwinCluster
{
    private const string Storage = """
        class slow waits; class made waits by=disk.example.com; class zoned waits by=disk.example.com allowed=z0|z1;
        claim c-bound bound=v-bound; volume v-bound for=c-bound only:zone=z0|z1 csi=disk.example.com l:zone=z0;
        claim c-one one bound=v-one; volume v-one for=c-one csi=disk.example.com;
        claim c-static class=slow size=3Gi; claim c-static2 class=slow size=1Gi; volume v1 class=slow size=2Gi only:zone=z0; volume v2 class=slow size=5Gi only:host=n1|n2;
        claim c-made class=made; claim c-zoned class=zoned; csinode n0 disk.example.com=1; csinode n1 disk.example.com=0
        """;

    private readonly Random _random;
    private readonly PodDraw _draw;
    private readonly List<string> _pool = [];
    private readonly List<string> _log = [];
    private int _number;

    public TwinCluster(int seed)
    {
        _random = new(seed);
        _draw = new(_random);
        Engine = new(State, new SchedulerConfiguration(), new Random(seed));
        Populate();
    }

    public ClusterState State { get; } = new();

    public Engine Engine { get; }

    public PlainCluster Plain { get; } = new();

    /// <summary>Everything that happened, as texts to build it again from.</summary>
    public string Story => string.Join('\n', _log);

    /// <summary>Another pod to place, often one that there was before.</summary>
    public Pod NextPod()
    {
        if (Plain.Nominated.Count > 0 && _random.Next(3) == 0)
            return Plain.Nominated[0];
        if (_pool.Count < 4 || _random.Next(3) == 0)
            _pool.Add(_draw.Pod(bound: false));
        var text = $"p{_number++}{_pool[_random.Next(_pool.Count)]}";
        _log.Add($"place {text}");
        return PodText.One(text);
    }

    public void Place(Pod pod, string node, Volumes.VolumeDecisions volumes)
    {
        State.Assume(State.Compiler.Compile(pod), node, volumes);
        _log.Add($"placed {pod.Metadata!.Name} on {node}");
        foreach (var (claim, volume) in volumes.Matches)
            Bind(claim.Name, volume);
        foreach (var claim in volumes.Provisions)
            Bind(claim.Name, $"made-{claim.Name}");
        Plain.Nominated.Remove(pod);
        AddPod(pod with { Spec = pod.Spec! with { NodeName = node } });
    }

    public void Change()
    {
        switch (_random.Next(8))
        {
            case 0 or 1 when Plain.Pods.Count > 0:
                RemovePod(Plain.Pods[_random.Next(Plain.Pods.Count)]);
                break;
            case 2:
                AddNode(_draw.Node($"n{_random.Next(Plain.Nodes.Count + 1)}"));
                break;
            case 3 when Plain.Nodes.Count > 1:
                RemoveNode(Plain.Nodes[_random.Next(Plain.Nodes.Count)]);
                break;
            case 4:
                AddNamespace("other", _random.Next(2) == 0 ? "a" : "b");
                break;
            case 5:
                AddBoundPod();
                break;
            case 6 when Plain.Pods.Count > 0:
                var old = Plain.Pods[_random.Next(Plain.Pods.Count)];
                AddPod(old with { Metadata = old.Metadata! with { Labels = old.Metadata.Labels.With("tier", "b") } });
                _log.Add($"relabel {old.Metadata.Name} tier=b");
                break;
        }
    }

    public void AddPod(Pod pod)
    {
        Plain.Pods.RemoveAll(other => other.Metadata!.Name == pod.Metadata!.Name && other.Metadata.Namespace == pod.Metadata.Namespace);
        Plain.Pods.Add(pod);
        State.Apply(pod);
    }

    private void Populate()
    {
        var nodes = _random.Next(1, 7);
        for (var i = 0; i < nodes; i++)
            AddNode(_draw.Node($"n{i}"));
        AddNamespace("default", "a");
        AddNamespace("other", "b");
        foreach (var made in StorageText.Read(Storage))
            AddStorage(made);
        if (_random.Next(3) == 0)
            AddService();
        if (_random.Next(3) == 0)
            AddBudget();
        var pods = _random.Next(12);
        for (var i = 0; i < pods; i++)
            AddBoundPod();
        if (_random.Next(3) == 0)
            AddNominated();
    }

    private void AddNode(string text)
    {
        _log.Add($"node {text}");
        var node = NodeText.One(text);
        Plain.Nodes.RemoveAll(other => other.Metadata!.Name == node.Metadata!.Name);
        Plain.Nodes.Add(node);
        State.Apply(node);
    }

    private void RemoveNode(Node node)
    {
        _log.Add($"remove node {node.Metadata!.Name}");
        Plain.Nodes.Remove(node);
        State.RemoveNode(node.Metadata.Name!);
    }

    private void AddNamespace(string name, string team)
    {
        _log.Add($"namespace {name} team={team}");
        var space = new Namespace { Metadata = new() { Name = name, Labels = new Dictionary<string, string> { ["team"] = team } } };
        Plain.Namespaces.RemoveAll(other => other.Metadata!.Name == name);
        Plain.Namespaces.Add(space);
        State.Apply(space);
    }

    private void AddService()
    {
        _log.Add("service app=web");
        var service = new Service { Metadata = new() { Name = "web", Namespace = "default" }, Spec = new() { Selector = new Dictionary<string, string> { ["app"] = "web" } } };
        Plain.Services.Add(service);
        State.Apply(service);
    }

    private void AddBudget()
    {
        var allowed = _random.Next(2);
        _log.Add($"budget app allowed={allowed}");
        var budget = new PodDisruptionBudget
        {
            Metadata = new() { Name = "web", Namespace = "default" },
            Spec = new() { Selector = Words.Selector("app") },
            Status = new() { DisruptionsAllowed = allowed },
        };
        Plain.Budgets.Add(budget);
        State.Apply(budget);
    }

    private void AddBoundPod()
    {
        var text = $"old{_number++} @{Plain.Nodes[_random.Next(Plain.Nodes.Count)].Metadata!.Name}{_draw.Pod(bound: true)}";
        _log.Add($"pod {text}");
        AddPod(PodText.One(text));
    }

    private void AddNominated()
    {
        var text = $"nom{_number++} nominated={Plain.Nodes[_random.Next(Plain.Nodes.Count)].Metadata!.Name} prio={_random.Next(4) * 10}{_draw.Pod(bound: true)}";
        _log.Add($"pod {text}");
        var pod = PodText.One(text);
        Plain.Nominated.Add(pod);
        State.Apply(pod);
    }

    private void RemovePod(Pod pod)
    {
        _log.Add($"remove {pod.Metadata!.Name}");
        Plain.Pods.Remove(pod);
        State.RemovePod(pod.Metadata.Namespace!, pod.Metadata.Name!);
    }

    private void AddStorage(object made)
    {
        StorageText.Apply(State, made);
        switch (made)
        {
            case PersistentVolumeClaim claim:
                Plain.Claims.RemoveAll(other => other.Metadata!.Name == claim.Metadata!.Name);
                Plain.Claims.Add(claim);
                break;
            case PersistentVolume volume:
                Plain.Volumes.RemoveAll(other => other.Metadata!.Name == volume.Metadata!.Name);
                Plain.Volumes.Add(volume);
                break;
            case StorageClass storageClass:
                Plain.Classes.Add(storageClass);
                break;
            case CSINode node:
                Plain.CsiNodes.Add(node);
                break;
        }
    }

    /// <summary>What the controllers of volumes do after the scheduler has decided.</summary>
    private void Bind(string claimName, string volumeName)
    {
        var claim = Plain.Claims.Find(one => one.Metadata!.Name == claimName)!;
        var volume = Plain.Volumes.Find(one => one.Metadata!.Name == volumeName)
            ?? (PersistentVolume)StorageText.Read($"volume {volumeName} csi=disk.example.com")[0];
        AddStorage(volume with { Spec = volume.Spec! with { ClaimRef = new() { Namespace = "default", Name = claimName } }, Status = new() { Phase = "Bound" } });
        AddStorage(claim with
        {
            Metadata = claim.Metadata! with { Annotations = claim.Metadata.Annotations.With("pv.kubernetes.io/bind-completed", "yes") },
            Spec = claim.Spec! with { VolumeName = volumeName },
        });
    }
}
