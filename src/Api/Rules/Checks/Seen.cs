namespace CloudletK8s.Api.Rules.Checks;

/// <summary>Texts met so far. Most lists in objects are short; a set is made only for long ones.</summary>
public struct Seen
{
    private const int SetFrom = 12;
    private List<string>? _few;
    private HashSet<string>? _many;

    /// <summary>False when the text was met before.</summary>
    public bool Add(string text)
    {
        if (Has(text))
            return false;

        if (_many is not null)
        {
            _many.Add(text);
            return true;
        }

        (_few ??= new(4)).Add(text);
        if (_few.Count >= SetFrom)
            _many = [.. _few];
        return true;
    }

    public readonly bool Has(string text) => _many?.Contains(text) ?? _few?.Contains(text) ?? false;
}
