using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Patches;

/// <summary>
/// JSON patch (RFC 6902) with the habits of the library that Kubernetes uses: negative indices count from the end, replacing an
/// absent member adds it, an absent member equals null in a test.
/// </summary>
public static class JsonPatch
{
    public const int MaximumOperations = 10_000;

    /// <summary>By how much copies may enlarge an object in all, so that a small patch cannot fill the memory.</summary>
    public const long MaximumCopiedBytes = 3 * 1024 * 1024;

    public static PatchResult Apply(TreeObject original, Tree patch)
    {
        if (Malformed(patch) is { } error)
            return PatchResult.Of(error);

        try
        {
            var run = new JsonPatchRun(original.CloneObject());
            foreach (var operation in ((TreeList)patch).Objects())
                run.Do(operation);

            return run.Root is TreeObject patched
                ? PatchResult.Of(patched)
                : PatchResult.Of(PatchError.Unprocessable("the patched document is not an object"));
        }
        catch (PatchFailedException failure)
        {
            return PatchResult.Of(failure.Error);
        }
    }

    private static PatchError? Malformed(Tree patch)
    {
        if (patch is not TreeList operations)
            return NotA("jsonpatch.Patch", patch);

        foreach (var operation in operations)
        {
            if (operation is not TreeObject)
                return NotA("jsonpatch.Operation", operation);
        }

        return operations.Count > MaximumOperations
            ? PatchError.TooLarge($"The allowed maximum operations in a JSON patch is {MaximumOperations}, got {operations.Count}")
            : null;
    }

    private static PatchError NotA(string type, Tree value) =>
        PatchError.BadRequest($"json: cannot unmarshal {GoText.KindOf(value)} into Go value of type {type}");
}
