using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Patches;

/// <summary>The patched object, or why there is none.</summary>
public readonly record struct PatchResult(TreeObject? Object, PatchError? Error)
{
    public static PatchResult Of(TreeObject patched) => new(patched, null);

    public static PatchResult Of(PatchError error) => new(null, error);
}
