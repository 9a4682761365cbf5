using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Records;

internal sealed class ScalarConverter<T>(Func<Tree, T?> read, Func<T, Tree> write) : Converter<T>
{
    public override T? Read(Tree tree) => read(tree);

    public override Tree? Write(T value) => value is null ? null : write(value);

    public override bool Same(T? one, T? other)
    {
        if (EqualityComparer<T>.Default.Equals(one, other))
            return true;

        // Times differ by less than is written, byte arrays by identity, texts by absence.
        var (left, right) = (Write(one!), Write(other!));
        return left is null || right is null ? (left ?? right) is null or { IsZero: true } : left.SameAs(right);
    }
}
