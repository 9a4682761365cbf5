using CloudletK8s.Api.Core.V1;

namespace CloudletK8s.Reconcilers.ClaimProtection;

internal sealed record UsedClaim(PersistentVolumeClaim Claim, bool IsUsed);
