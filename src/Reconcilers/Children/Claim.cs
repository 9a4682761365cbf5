using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Selectors;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Plans;

namespace CloudletK8s.Reconcilers.Children;

/// <summary>
/// Which children belong to an owner: those that it controls and selects. Orphans that it selects are adopted, controlled ones
/// that it no longer selects are let go.
/// </summary>
/// <param name="Owned">Without those that are only now adopted: they come with the next look.</param>
/// <param name="Writes">Adoptions and releases; each fails if the child has changed meanwhile.</param>
internal sealed record Claim<T>(IReadOnlyList<T> Owned, IReadOnlyList<Write> Writes) where T : class, IApiObject
{
    /// <param name="candidates">The owner's children and the orphans of its namespace.</param>
    /// <param name="withMetadata">A copy of the child with other metadata.</param>
    public static Claim<T> Make<TOwner>(
        TOwner owner, LabelRequirements selector, IEnumerable<T> candidates, Func<T, ObjectMeta, T> withMetadata)
        where TOwner : class, IApiObject
    {
        var owned = new List<T>();
        var writes = new List<Write>();
        foreach (var child in candidates)
        {
            var metadata = child.Metadata!;
            var isSelected = selector.Matches(metadata.Labels);
            if (OwnerReferences.IsControlledBy(child, owner))
            {
                if (isSelected)
                    owned.Add(child);
                else if (owner.Metadata!.DeletionTimestamp is null)
                    writes.Add(Release(child, owner, withMetadata));
            }
            else if (isSelected && OwnerReferences.Controller(child) is null
                && owner.Metadata!.DeletionTimestamp is null && metadata.DeletionTimestamp is null)
            {
                IReadOnlyList<OwnerReference> owners = [.. metadata.OwnerReferences ?? [], OwnerReferences.ToController(owner)];
                writes.Add(new Write.Update<T>(withMetadata(child, metadata with { OwnerReferences = owners })));
            }
        }

        return new(owned, writes);
    }

    private static Write.Update<T> Release(T child, IApiObject owner, Func<T, ObjectMeta, T> withMetadata)
    {
        var metadata = child.Metadata!;
        IReadOnlyList<OwnerReference> others = [.. metadata.OwnerReferences!.Where(reference => reference.Uid != owner.Metadata!.Uid)];
        return new(withMetadata(child, metadata with { OwnerReferences = others })) { Settled = true };
    }
}
