namespace CloudletK8s.Api.Trees;

public sealed class TreeFlag : Tree
{
    private TreeFlag(bool value) => Value = value;

    public static TreeFlag True { get; } = new(true);

    public static TreeFlag False { get; } = new(false);

    public bool Value { get; }

    public override bool IsZero => !Value;

    public static TreeFlag Of(bool value) => value ? True : False;

    public override Tree Clone() => this;

    public override bool SameAs(Tree? other) => ReferenceEquals(this, other);

    public override string ToString() => Value ? "true" : "false";
}
