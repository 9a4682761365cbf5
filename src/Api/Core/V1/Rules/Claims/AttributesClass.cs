using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Core.V1.Rules.Claims;

/// <summary>Classes of volume attributes are off in 1.32: nothing new gets one, and one that is there stays.</summary>
internal static class AttributesClass
{
    public const string Member = "volumeAttributesClassName";

    public static void ValidateChange(TreeObject spec, TreeObject old, bool allowEmpty, FieldErrors errors)
    {
        if (Tree.Same(spec[Member], old[Member]))
            return;

        var path = FieldPath.Root("spec").Child(Member);
        errors.Forbidden(path, "update is forbidden when the VolumeAttributesClass feature gate is disabled");
        if (!old.Has(Member))
            return;

        if (!spec.Has(Member))
            errors.Forbidden(path, "update from non-nil value to nil is forbidden");
        else if (!allowEmpty && spec.Text(Member) is { Length: 0 })
            errors.Forbidden(path, "update from non-nil value to an empty string is forbidden");
    }
}
