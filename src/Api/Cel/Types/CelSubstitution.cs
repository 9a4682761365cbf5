namespace CloudletK8s.Api.Cel.Types;

/// <summary>What the type parameters of one call stand for.</summary>
internal sealed class CelSubstitution
{
    private readonly Dictionary<string, CelType> _known = [];

    /// <summary>May a value of the actual type be passed where the wanted one stands?</summary>
    public bool Accepts(CelType wanted, CelType actual)
    {
        if (wanted.Kind == CelKind.Parameter)
            return Bind(wanted.Name, actual);
        if (wanted.Kind == CelKind.Dyn || actual.Kind == CelKind.Dyn)
            return true;
        if (actual.Kind == CelKind.Null)
            return wanted.Kind is CelKind.Null or CelKind.Object or CelKind.Opaque or CelKind.Duration or CelKind.Timestamp;
        if (wanted.Kind == CelKind.Null)
            return actual.Kind is CelKind.Object or CelKind.Opaque or CelKind.Duration or CelKind.Timestamp;
        if (wanted.Kind != actual.Kind || wanted.Name != actual.Name)
            return false;

        for (var i = 0; i < wanted.Parameters.Count; i++)
        {
            if (!Accepts(wanted.Parameters[i], actual.Parameters[i]))
                return false;
        }

        return true;
    }

    /// <summary>The type with its parameters filled in; what nothing is known of is dyn.</summary>
    public CelType Fill(CelType type)
    {
        if (type.Kind == CelKind.Parameter)
            return _known.GetValueOrDefault(type.Name, CelType.Dyn);
        return type.Parameters.Count == 0 ? type : type.With([.. type.Parameters.Select(Fill)]);
    }

    private bool Bind(string name, CelType actual)
    {
        if (!_known.TryGetValue(name, out var known) || known.Kind == CelKind.Null)
        {
            var fits = known is null || Accepts(actual, CelType.Null);
            _known[name] = actual;
            return fits;
        }

        if (!Accepts(known, actual) && !Accepts(actual, known))
            return false;

        // The more general of the two: a list of anything covers a list of numbers.
        if (actual.Kind != CelKind.Null)
            _known[name] = known.Join(actual);
        return true;
    }
}
