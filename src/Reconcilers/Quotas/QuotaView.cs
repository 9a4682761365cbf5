using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Reconcilers.Quotas;

/// <param name="Counted">What the objects of the namespace take.</param>
/// <param name="Charged">What was charged so recently that its object may be missing in the count.</param>
internal sealed record QuotaView(ResourceQuota Quota, IReadOnlyDictionary<string, Quantity> Counted, IReadOnlyDictionary<string, Quantity> Charged);
