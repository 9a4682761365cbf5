using CloudletK8s.SchedulerFn.Clusters;
using CloudletK8s.SchedulerFn.Pods;

namespace CloudletK8s.SchedulerFn.Nodes;

/// <summary>
/// All nodes as columns, by slot. A slot whose node is gone keeps the pods that are still bound to it and is offered to nobody; an
/// empty one is used again.
/// </summary>
internal sealed class NodeTable
{
    private const int FirstCapacity = 64;
    private readonly Dictionary<string, int> _slots = [];
    private readonly Stack<int> _free = new();

    public int Capacity { get; private set; } = FirstCapacity;

    /// <summary>Slots in use lie below this.</summary>
    public int Slots { get; private set; }

    /// <summary>How many nodes there are.</summary>
    public int Live { get; private set; }

    public ResourceNames Resources { get; } = new();

    public string[] Names { get; private set; } = new string[FirstCapacity];

    /// <summary>Null where there is no node.</summary>
    public NodeFacts?[] Facts { get; private set; } = new NodeFacts?[FirstCapacity];

    /// <summary>By resource, then slot.</summary>
    public long[][] Allocatable { get; private set; } = Columns(3, FirstCapacity);

    public long[][] Requested { get; private set; } = Columns(3, FirstCapacity);

    public long[] ScoredMilliCpu { get; private set; } = new long[FirstCapacity];

    public long[] ScoredMemory { get; private set; } = new long[FirstCapacity];

    public long[] AllowedPods { get; private set; } = new long[FirstCapacity];

    public List<PlacedPod>[] Pods { get; private set; } = new List<PlacedPod>[FirstCapacity];

    /// <summary>Pods that wait for room on the node that others are leaving.</summary>
    public List<PlacedPod>?[] Nominated { get; private set; } = new List<PlacedPod>?[FirstCapacity];

    public List<HostPort>?[] Ports { get; private set; } = new List<HostPort>?[FirstCapacity];

    public int SlotOf(string name) => _slots.TryGetValue(name, out var slot) ? slot : -1;

    public bool Exists(int slot) => Facts[slot] is not null;

    /// <summary>The slot of a node, made where there is none: pods may be heard of before their node.</summary>
    public int SlotFor(string name)
    {
        if (_slots.TryGetValue(name, out var slot))
            return slot;

        slot = _free.Count > 0 ? _free.Pop() : Slots++;
        if (slot == Capacity)
            Grow();
        _slots[name] = slot;
        Names[slot] = name;
        Pods[slot] ??= [];
        return slot;
    }

    public void Set(int slot, NodeFacts facts)
    {
        if (Facts[slot] is null)
            Live++;
        Facts[slot] = facts;
        foreach (var column in Allocatable)
            column[slot] = 0;
        AllowedPods[slot] = 0;
        foreach (var (name, amount) in facts.Allocatable)
        {
            if (name == "pods")
            {
                AllowedPods[slot] = amount;
                continue;
            }

            // May add columns, so it comes before they are looked at.
            var number = ResourceNumber(name);
            Allocatable[number][slot] = amount;
        }
    }

    public void Clear(int slot)
    {
        if (Facts[slot] is not null)
            Live--;
        Facts[slot] = null;
        foreach (var column in Allocatable)
            column[slot] = 0;
        AllowedPods[slot] = 0;
    }

    /// <summary>Gives the slot away when neither a node nor pods need it.</summary>
    public void ReleaseIfUnused(int slot)
    {
        if (Facts[slot] is not null || Pods[slot].Count > 0 || Nominated[slot] is { Count: > 0 })
            return;

        _slots.Remove(Names[slot]);
        Names[slot] = "";
        _free.Push(slot);
    }

    /// <param name="sign">1 to add, -1 to take away.</param>
    public void Count(int slot, ShapeUse use, int sign)
    {
        var requests = use.Shape.Requests;
        Requested[ResourceNames.Cpu][slot] += sign * requests.MilliCpu;
        Requested[ResourceNames.Memory][slot] += sign * requests.Memory;
        Requested[ResourceNames.EphemeralStorage][slot] += sign * requests.EphemeralStorage;
        for (var i = 0; i < use.OtherResources.Length; i++)
            Requested[use.OtherResources[i]][slot] += sign * requests.Others[i].Amount;
        ScoredMilliCpu[slot] += sign * requests.ScoredMilliCpu;
        ScoredMemory[slot] += sign * requests.ScoredMemory;

        foreach (var port in use.Shape.HostPorts)
        {
            if (sign > 0)
                (Ports[slot] ??= []).Add(port);
            else
                Ports[slot]?.Remove(port);
        }
    }

    /// <summary>The number of a resource, with its columns.</summary>
    public int ResourceNumber(string name)
    {
        var number = Resources.Number(name);
        if (number >= Allocatable.Length)
        {
            Allocatable = [.. Allocatable, .. Columns(number + 1 - Allocatable.Length, Capacity)];
            Requested = [.. Requested, .. Columns(number + 1 - Requested.Length, Capacity)];
        }

        return number;
    }

    private static long[][] Columns(int count, int capacity)
    {
        var columns = new long[count][];
        for (var i = 0; i < count; i++)
            columns[i] = new long[capacity];
        return columns;
    }

    private void Grow()
    {
        Capacity *= 2;
        Names = Longer(Names);
        Facts = Longer(Facts);
        foreach (var columns in new[] { Allocatable, Requested })
        {
            for (var i = 0; i < columns.Length; i++)
                columns[i] = Longer(columns[i]);
        }

        ScoredMilliCpu = Longer(ScoredMilliCpu);
        ScoredMemory = Longer(ScoredMemory);
        AllowedPods = Longer(AllowedPods);
        Pods = Longer(Pods);
        Nominated = Longer(Nominated);
        Ports = Longer(Ports);
    }

    private T[] Longer<T>(T[] column)
    {
        Array.Resize(ref column, Capacity);
        return column;
    }
}
