using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Storage.V1;

namespace CloudletK8s.Reconcilers.VolumeBinding;

internal sealed record ClaimView
{
    public required PersistentVolumeClaim Claim { get; init; }

    /// <summary>The one that the claim names; null: it names none, or there is none.</summary>
    public required PersistentVolume? Volume { get; init; }

    /// <summary>Volumes that are promised to a claim of this name, and those of its class that are promised to nobody.</summary>
    public IReadOnlyList<PersistentVolume> Candidates { get; init; } = [];

    /// <summary>The class that the claim names; null: it names none, or there is none.</summary>
    public StorageClass? Class { get; init; }

    /// <summary>For claims that leave the class open.</summary>
    public StorageClass? DefaultClass { get; init; }

    /// <summary>The node that the scheduler chose for the claim's first pod.</summary>
    public Node? SelectedNode { get; init; }
}
