using CloudletK8s.Api.Core.V1;

namespace CloudletK8s.Reconcilers.VolumeReclaim;

/// <param name="Claim">The claim that the volume is promised to, if it is still that one.</param>
/// <param name="HostIsGone">The node whose disk holds the volume is no more.</param>
internal sealed record VolumeView(PersistentVolume Volume, PersistentVolumeClaim? Claim, bool HostIsGone);
