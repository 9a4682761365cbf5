namespace CloudletK8s.Api.Apply;

/// <summary>How two values at the same place differ: the place itself, and what is below it.</summary>
internal struct DiffNode
{
    public bool IsAdded;
    public bool IsModified;
    public bool IsRemoved;
    public FieldSet? Added;
    public FieldSet? Modified;
    public FieldSet? Removed;

    public void Include(PathElement element, in DiffNode below)
    {
        if (below.IsAdded || below.Added is not null)
            (Added ??= new()).Add(element, below.IsAdded, below.Added);
        if (below.IsModified || below.Modified is not null)
            (Modified ??= new()).Add(element, below.IsModified, below.Modified);
        if (below.IsRemoved || below.Removed is not null)
            (Removed ??= new()).Add(element, below.IsRemoved, below.Removed);
    }
}
