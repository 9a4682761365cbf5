namespace CloudletK8s.Api.Trees;

public sealed class TreeNull : Tree
{
    private TreeNull()
    {
    }

    public static TreeNull Instance { get; } = new();

    public override bool IsZero => true;

    public override Tree Clone() => this;

    public override bool SameAs(Tree? other) => other is TreeNull;

    public override string ToString() => "null";
}
