namespace CloudletK8s.Api.Trees;

/// <summary>
/// A JSON value. Trees are what the request pipeline works on: an object keeps the order of its members, numbers keep
/// Kubernetes' distinction of whole and fractional. A tree that was stored or handed to a second owner is never changed;
/// whoever wants to change it clones it first.
/// </summary>
public abstract class Tree
{
    private protected Tree()
    {
    }

    public abstract Tree Clone();

    /// <summary>Equal as JSON: members in any order, lists in order.</summary>
    public abstract bool SameAs(Tree? other);

    /// <summary>True for what Go would call the zero value: "", 0, false, null, an empty list or object.</summary>
    public abstract bool IsZero { get; }

    public static bool Same(Tree? left, Tree? right) => left is null ? right is null : left.SameAs(right);
}
