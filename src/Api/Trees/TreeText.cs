namespace CloudletK8s.Api.Trees;

public sealed class TreeText(string value) : Tree
{
    public static TreeText Empty { get; } = new("");

    public string Value { get; } = value;

    public override bool IsZero => Value.Length == 0;

    public override Tree Clone() => this;

    public override bool SameAs(Tree? other) => other is TreeText text && text.Value == Value;

    public override string ToString() => Value;
}
