using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Values;
using CloudletK8s.SchedulerFn.Pods;

namespace CloudletK8s.SchedulerFn.Volumes;

/// <summary>A persistent volume, with what is asked of it often read once.</summary>
internal sealed class KnownVolume(PersistentVolume volume)
{
    private static readonly string[] ZoneLabels = [WellKnown.OldZone, WellKnown.OldRegion, WellKnown.Zone, WellKnown.Region];

    public PersistentVolume Object { get; } = volume;

    public string Name { get; } = volume.Metadata?.Name ?? "";

    public string Class { get; } = ClaimRules.ClassOf(volume);

    public Quantity Capacity { get; } = volume.Spec?.Capacity is { } capacity && capacity.TryGetValue("storage", out var size) ? size : Quantity.Zero;

    /// <summary>From which nodes it can be reached.</summary>
    public RequiredNodes Nodes { get; } = RequiredNodes.Of(null, volume.Spec?.NodeAffinity?.Required);

    /// <summary>Its zones and regions: a node that says where it stands must stand in one of each.</summary>
    public IReadOnlyList<(string Label, string[] Values)> Zones { get; } =
    [
        .. ZoneLabels.Where(label => volume.Metadata?.Labels?.ContainsKey(label) == true)
            .Select(label => (label, volume.Metadata!.Labels![label].Split("__", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))),
    ];

    public string? Site { get; } = Label(volume, EdgeNames.Site) ?? Label(volume, WellKnown.Zone);

    public static bool IsZoneLabel(string label) => ZoneLabels.Contains(label);

    private static string? Label(PersistentVolume volume, string name) =>
        volume.Metadata?.Labels is { } labels && labels.TryGetValue(name, out var value) ? value : null;
}
