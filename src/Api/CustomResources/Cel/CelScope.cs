namespace CloudletK8s.Api.CustomResources.Cel;

/// <summary>The variables of an evaluation; macros add theirs in front. All scopes of an evaluation share its budget.</summary>
internal sealed class CelScope
{
    /// <summary>Steps that one rule may take: loops in loops over large lists end here.</summary>
    private const int MostSteps = 1_000_000;

    private readonly string _name;
    private readonly object? _value;
    private readonly CelScope? _outer;
    private readonly int[] _steps;

    public CelScope(string name, object? value, CelScope? outer)
    {
        _name = name;
        _value = value;
        _outer = outer;
        _steps = outer?._steps ?? [0];
    }

    public object? this[string name]
    {
        get
        {
            if (++_steps[0] > MostSteps)
                throw new CelException("operation cancelled: actual cost limit exceeded");

            for (var at = this; at is not null; at = at._outer)
            {
                if (at._name == name)
                    return at._value;
            }

            throw new CelException($"no such attribute: {name}");
        }
    }
}
