using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Records;

internal sealed class NullableConverter<T> : Converter<T?> where T : struct
{
    private readonly Converter<T> _inner = Converters.Of<T>();

    public override T? Read(Tree tree) => tree is TreeNull ? null : _inner.Read(tree);

    public override Tree? Write(T? value) => value is { } given ? _inner.Write(given) : null;

    public override bool Same(T? one, T? other) => one.HasValue == other.HasValue && (!one.HasValue || _inner.Same(one.Value, other!.Value));
}
