using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;

namespace CloudletK8s.Reconcilers.Volumes;

/// <summary>Which pods use which claims.</summary>
internal static class ClaimUsers
{
    public static ObjectIndex<Pod> ByClaim(ObjectCache<Pod> pods) => pods.Index("claim", static pod => Claims(pod).Select(static claim => claim.ToString()));

    /// <summary>The claims of the pod's volumes, those that are made for it included.</summary>
    public static IEnumerable<ObjectName> Claims(Pod pod)
    {
        foreach (var volume in pod.Spec?.Volumes ?? [])
        {
            if (NameOf(pod, volume) is { } name)
                yield return new(pod.Metadata?.Namespace ?? "", name);
        }
    }

    public static string? NameOf(Pod pod, Volume volume) =>
        volume.PersistentVolumeClaim?.ClaimName ?? (volume.Ephemeral is null ? null : $"{pod.Metadata?.Name}-{volume.Name}");
}
