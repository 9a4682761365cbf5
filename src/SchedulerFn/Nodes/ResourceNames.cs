namespace CloudletK8s.SchedulerFn.Nodes;

/// <summary>Numbers for the names of resources, so that amounts can stand in arrays.</summary>
internal sealed class ResourceNames
{
    public const int Cpu = 0;
    public const int Memory = 1;
    public const int EphemeralStorage = 2;

    private readonly Dictionary<string, int> _numbers = new() { ["cpu"] = Cpu, ["memory"] = Memory, ["ephemeral-storage"] = EphemeralStorage };
    private readonly List<string> _names = ["cpu", "memory", "ephemeral-storage"];

    public int Count => _names.Count;

    public string this[int number] => _names[number];

    public int Number(string name)
    {
        if (_numbers.TryGetValue(name, out var number))
            return number;

        _numbers[name] = number = _names.Count;
        _names.Add(name);
        return number;
    }
}
