using CloudletK8s.Api.Patches;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Apply;

/// <summary>The merged object, or the conflicts (409), or what is wrong with the configuration.</summary>
public sealed record ApplyResult
{
    /// <summary>A new tree with its managedFields; null when the apply failed.</summary>
    public TreeObject? Object { get; init; }

    public IReadOnlyList<FieldConflict> Conflicts { get; init; } = [];

    /// <summary>The message of the Status that tells the conflicts.</summary>
    public string ConflictMessage { get; init; } = "";

    public PatchError? Error { get; init; }

    public static ApplyResult Of(PatchError error) => new() { Error = error };
}
