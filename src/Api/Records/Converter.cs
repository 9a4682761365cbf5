using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Records;

/// <summary>A value of one type to and from a tree.</summary>
internal abstract class Converter<T>
{
    /// <returns>The type's default when the tree is of another type.</returns>
    public abstract T? Read(Tree tree);

    /// <returns>Null when there is nothing to write.</returns>
    public abstract Tree? Write(T value);

    /// <summary>Whether both would be written alike. Nothing and an empty list or map are the same, as they are to Kubernetes.</summary>
    public abstract bool Same(T? one, T? other);
}
