using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Apply;

/// <summary>The fields by which an object differs from an older one. Nothing is in two of the sets.</summary>
public sealed record FieldDiff(FieldSet Added, FieldSet Modified, FieldSet Removed)
{
    public static FieldDiff None { get; } = new(FieldSet.Empty, FieldSet.Empty, FieldSet.Empty);

    public bool IsEmpty => Added.IsEmpty && Modified.IsEmpty && Removed.IsEmpty;

    /// <summary>What the newer object holds that the older one does not, or not so.</summary>
    public FieldSet Taken => Added.Union(Modified);

    /// <param name="older">Null: there was none; what the kind's zero value holds then does not count as added.</param>
    /// <exception cref="ApplyFailedException">An item of a list has no key.</exception>
    public static FieldDiff Of(TreeObject? older, TreeObject newer, Schema schema) => Of(older, newer, ApplyType.Of(schema));

    /// <summary>Without the fields of the set and what is below them.</summary>
    public FieldDiff Without(FieldSet ignored) => ignored.IsEmpty || IsEmpty
        ? this
        : new(Added.Without(ignored), Modified.Without(ignored), Removed.Without(ignored));

    internal static FieldDiff Of(TreeObject? older, TreeObject newer, ApplyType type)
    {
        var node = FieldComparer.Compare(older ?? new TreeObject(0), newer, type);
        return new(node.Added ?? FieldSet.Empty, node.Modified ?? FieldSet.Empty, node.Removed ?? FieldSet.Empty);
    }
}
