using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Core.V1.Rules;

/// <summary>Secrets and config maps may be sealed; then neither their data nor the seal can be changed.</summary>
internal static class ImmutableData
{
    public const int MaxBytes = 1024 * 1024;

    private const string Message = "field is immutable when `immutable` is set";

    public static void Validate(TreeObject obj, TreeObject old, FieldErrors errors, params ReadOnlySpan<string> members)
    {
        if (old.Flag("immutable") != true)
            return;

        if (obj.Flag("immutable") != true)
            errors.Forbidden(FieldPath.Root("immutable"), Message);

        foreach (var member in members)
        {
            if (!Tree.Same(NonEmpty(obj, member), NonEmpty(old, member)))
                errors.Forbidden(FieldPath.Root(member), Message);
        }
    }

    private static TreeObject? NonEmpty(TreeObject obj, string member) => obj.Object(member) is { Count: > 0 } map ? map : null;
}
