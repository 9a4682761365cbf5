using CloudletK8s.Api.Core.V1;

namespace CloudletK8s.SchedulerFn.Pods;

/// <summary>The parts of a pod that need a look before they are part of its shape.</summary>
internal static class ShapeParts
{
    private static readonly IReadOnlyList<HostPort> NoPorts = [];
    private static readonly IReadOnlyList<string> NoImages = [];

    public static IReadOnlyList<HostPort> Ports(PodSpec spec)
    {
        List<HostPort>? ports = null;
        foreach (var container in spec.Containers ?? [])
            Add(ref ports, container, spec.HostNetwork);
        foreach (var container in spec.InitContainers ?? [])
        {
            // Sidecars hold their ports as long as the pod lives.
            if (container.RestartPolicy == "Always")
                Add(ref ports, container, spec.HostNetwork);
        }

        return ports ?? NoPorts;
    }

    /// <summary>With a tag, as nodes list them.</summary>
    public static IReadOnlyList<string> Images(PodSpec spec)
    {
        var init = spec.InitContainers ?? [];
        var main = spec.Containers ?? [];
        if (init.Count + main.Count == 0)
            return NoImages;

        var images = new string[init.Count + main.Count];
        for (var i = 0; i < images.Length; i++)
            images[i] = Tagged((i < init.Count ? init[i] : main[i - init.Count]).Image ?? "");
        return images;
    }

    public static PodVolumes Volumes(Pod pod)
    {
        List<ClaimUse>? claims = null;
        List<LegacyDisk>? disks = null;
        foreach (var volume in pod.Spec?.Volumes ?? [])
        {
            if (volume.PersistentVolumeClaim is { } claim)
                (claims ??= []).Add(new(claim.ClaimName ?? "", null, null));
            else if (volume.Ephemeral is not null)
                (claims ??= []).Add(new($"{pod.Metadata?.Name}-{volume.Name}", pod.Metadata?.Uid ?? "", pod.Metadata?.Name));
            else if (Disk(volume) is { } disk)
                (disks ??= []).Add(disk);
        }

        return claims is null && disks is null ? PodVolumes.None : new() { Claims = claims ?? [], Disks = disks ?? [] };
    }

    public static PodOwner? Owner(Pod pod)
    {
        foreach (var owner in pod.Metadata?.OwnerReferences ?? [])
        {
            if (owner.Controller == true)
                return new(owner.ApiVersion ?? "", owner.Kind ?? "", owner.Name ?? "");
        }

        return null;
    }

    public static string? Annotation(Pod pod, string name) =>
        pod.Metadata?.Annotations is { } annotations && annotations.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    private static void Add(ref List<HostPort>? ports, Container container, bool hostNetwork)
    {
        foreach (var port in container.Ports ?? [])
        {
            var number = port.HostPort > 0 ? port.HostPort : hostNetwork ? port.ContainerPortValue : 0;
            if (number > 0)
                (ports ??= []).Add(new(port.HostIP is { Length: > 0 } address ? address : HostPort.AnyAddress, port.Protocol is { Length: > 0 } protocol ? protocol : "TCP", number));
        }
    }

    private static string Tagged(string image) => image.LastIndexOf(':') <= image.LastIndexOf('/') ? image + ":latest" : image;

    private static LegacyDisk? Disk(Volume volume) => volume switch
    {
        { GcePersistentDisk: { } disk } => new(LegacyDisk.Gce, disk.PdName ?? "", disk.ReadOnly),
        { AwsElasticBlockStore: { } disk } => new(LegacyDisk.Aws, disk.VolumeID ?? "", disk.ReadOnly),
        { Iscsi: { } disk } => new(LegacyDisk.Iscsi, disk.Iqn ?? "", disk.ReadOnly),
        { Rbd: { } disk } => new(LegacyDisk.Rbd, $"{disk.Pool}/{disk.Image}", disk.ReadOnly, disk.Monitors ?? []),
        _ => null,
    };
}
