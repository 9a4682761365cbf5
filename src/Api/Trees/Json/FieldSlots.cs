using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Trees.Json;

/// <summary>
/// Members arrive in any order and leave in the schema's. Each object that is being read owns a run of slots, one a field;
/// objects nest, so the runs form a stack.
/// </summary>
internal struct FieldSlots()
{
    [ThreadStatic]
    private static Tree?[]? t_spare;

    private Tree?[] _slots = Take();
    private int _used;

    public readonly Tree? this[int at]
    {
        get => _slots[at];
        set => _slots[at] = value;
    }

    /// <returns>Where the run starts.</returns>
    public int Open(int fields)
    {
        var start = _used;
        _used += fields;
        if (_used > _slots.Length)
            Array.Resize(ref _slots, Math.Max(_used, _slots.Length * 2));
        return start;
    }

    /// <summary>Makes the object from its run, with what Kubernetes writes for absent and zero values.</summary>
    /// <param name="normalise">False: everything that was given stays as it is, null included.</param>
    public TreeObject Close(int start, FieldTable table, bool normalise)
    {
        var fields = table.InOrder;
        var slots = _slots.AsSpan(start, fields.Length);
        var count = 0;
        for (var i = 0; i < slots.Length; i++)
        {
            if (normalise)
                slots[i] = Normal(fields[i], slots[i]);
            if (slots[i] is not null)
                count++;
        }

        var made = new TreeObject(count);
        for (var i = 0; i < slots.Length; i++)
        {
            if (slots[i] is { } value)
                made.Append(fields[i].Name, value);
        }

        // The next object to use the run must find it empty.
        slots.Clear();
        _used = start;
        if (start == 0 && _slots.Length <= 1024)
            t_spare = _slots;
        return made;
    }

    public static Tree? Normal(FieldSchema field, Tree? given)
    {
        if (given is null or TreeNull)
            return field.Presence == Presence.Always ? ZeroTrees.Of(field) : null;

        return field.Presence == Presence.OmitEmpty && given.IsZero ? null : given;
    }

    private static Tree?[] Take()
    {
        var spare = t_spare ?? new Tree?[256];
        t_spare = null;
        return spare;
    }
}
