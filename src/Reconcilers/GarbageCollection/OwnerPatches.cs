using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Records;
using CloudletK8s.Api.Trees;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Dynamic;
using CloudletK8s.ControllerRuntime.Plans;

namespace CloudletK8s.Reconcilers.GarbageCollection;

/// <summary>Changes to who belongs to whom. Merge patches, which every kind takes, on the very revision that was looked at.</summary>
internal static class OwnerPatches
{
    public static Write Without(PartialObject obj, IReadOnlySet<string> owners) =>
        Patch(obj, "ownerReferences", References(obj, (obj.Metadata.OwnerReferences ?? []).Where(owner => !owners.Contains(owner.Uid ?? ""))));

    public static Write Without(PartialObject obj, IReadOnlyList<string> owners) => Without(obj, owners.ToHashSet());

    public static Write NotBlocking(PartialObject obj) =>
        Patch(obj, "ownerReferences", References(obj, (obj.Metadata.OwnerReferences ?? []).Select(owner => owner with { BlockOwnerDeletion = false })));

    public static Write WithoutFinalizer(PartialObject obj, string finalizer)
    {
        var left = TreeList.OfTexts((obj.Metadata.Finalizers ?? []).Where(name => name != finalizer));
        return Patch(obj, "finalizers", left.Count == 0 ? TreeNull.Instance : left);
    }

    private static Tree References(PartialObject obj, IEnumerable<OwnerReference> owners)
    {
        var left = new TreeList(owners.Select(owner => RecordBinder.Write(owner)));
        return left.Count == 0 ? TreeNull.Instance : left;
    }

    private static Write.PatchAny Patch(PartialObject obj, string member, Tree value)
    {
        var metadata = new TreeObject(3);
        metadata.Set("uid", obj.Metadata.Uid ?? "");
        metadata.Set("resourceVersion", obj.Metadata.ResourceVersion ?? "");
        metadata.Set(member, value);
        return new(obj, new ObjectPatch.Merge(new() { ["metadata"] = metadata }));
    }
}
