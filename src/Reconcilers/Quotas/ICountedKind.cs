using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Reconcilers.Quotas;

/// <summary>A kind whose objects are in a cache, so that they can be counted at any time.</summary>
internal interface ICountedKind
{
    /// <summary>"pods", "deployments.apps".</summary>
    string GroupResource { get; }

    /// <summary>Whether the quota is about what objects of this kind take.</summary>
    bool Concerns(IReadOnlyDictionary<string, Quantity> hard);

    void Count(string inNamespace, ResourceQuotaSpec quota, Dictionary<string, Quantity> to);
}
