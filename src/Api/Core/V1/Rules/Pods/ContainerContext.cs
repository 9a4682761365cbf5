using CloudletK8s.Api.Rules;

namespace CloudletK8s.Api.Core.V1.Rules.Pods;

/// <summary>What the rules of one container need to know of its pod.</summary>
/// <param name="Volumes">The pod's volumes that are sound, by name.</param>
internal sealed record ContainerContext(PodSpec Spec, IReadOnlyDictionary<string, Volume> Volumes, PodRuleOptions Options, FieldErrors Errors)
{
    public long? GracePeriod => Spec.TerminationGracePeriodSeconds;
}
