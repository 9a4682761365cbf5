using CloudletK8s.Api.Core.V1;

namespace CloudletK8s.Reconcilers.EphemeralVolumes;

/// <param name="Claim">A claim of the pod's namespace by name; null: there is none.</param>
internal sealed record EphemeralView(Pod Pod, Func<string, PersistentVolumeClaim?> Claim);
