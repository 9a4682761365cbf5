using CloudletK8s.Api.Core.V1.Rules.Quotas;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Core.V1.Rules.Claims;

internal static class PersistentVolumeDefaults
{
    /// <summary>Volumes only: the specs inside attachments are left as they are.</summary>
    public static void Apply(TreeObject volume)
    {
        var spec = volume.ObjectOrNew("spec");
        ResourceListDefaults.RoundUp(spec, "capacity");
        if (string.IsNullOrEmpty(spec.Text("persistentVolumeReclaimPolicy")))
            spec.Set("persistentVolumeReclaimPolicy", "Retain");
        if (spec["volumeMode"] is not TreeText)
            spec.Set("volumeMode", "Filesystem");
    }

    public static void ApplyToClaim(TreeObject spec) => ResourceListDefaults.RoundUp(spec.Object("resources"), "limits", "requests");
}
