using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Records;

internal sealed class ScalarConverter<T>(Func<Tree, T?> read, Func<T, Tree> write) : Converter<T>
{
    public override T? Read(Tree tree) => read(tree);

    public override Tree? Write(T value) => value is null ? null : write(value);
}
