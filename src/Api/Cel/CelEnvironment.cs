using CloudletK8s.Api.Cel.Types;

namespace CloudletK8s.Api.Cel;

/// <summary>The variables that an expression may name, in the order in which an evaluation gives their values.</summary>
internal sealed class CelEnvironment
{
    private readonly Dictionary<string, (int Slot, CelType Type)> _variables = [];

    public CelEnvironment(params ReadOnlySpan<(string Name, CelType Type)> variables)
    {
        foreach (var (name, type) in variables)
            _variables.Add(name, (_variables.Count, type));
    }

    public int Count => _variables.Count;

    public (int Slot, CelType Type)? Find(string name) => _variables.TryGetValue(name, out var found) ? found : null;
}
