using CloudletK8s.Api.Core.V1.Rules.Resources;
using CloudletK8s.Api.Core.V1.Rules.Volumes;
using CloudletK8s.Api.Rules;

namespace CloudletK8s.Api.Core.V1.Rules.Pods;

/// <summary>Finds out what an older object already has that the rules of today refuse, by asking them.</summary>
internal static class PodTolerance
{
    private static readonly FieldPath Nowhere = FieldPath.Root("old");

    public static PodRuleOptions Of(PodSpec? old, IReadOnlyDictionary<string, string>? oldAnnotations, PodRuleOptions strict) => old is null
        ? strict
        : strict with
        {
            AllowInvalidLabelValueInSelector = HasInvalidAffinity(old, new() { AllowInvalidLabelValueInNodeAffinity = true }),
            AllowInvalidLabelValueInNodeAffinity = HasInvalidAffinity(old, new() { AllowInvalidLabelValueInSelector = true }),
            AllowInvalidSpreadSelector = Refuses(errors => TopologySpreadValidation.Validate(old.TopologySpreadConstraints, Nowhere, strict, errors)),
            AllowIndivisibleHugePages = HasIndivisibleHugePages(old),
            AllowNonLocalProjectedTokenPath = ProjectedVolumeValidation.HasNonLocalTokenPath(old.Volumes ?? []),
            AllowNamespacedSysctlsOnHost = old.SecurityContext?.Sysctls is { Count: > 0 } && (old.HostNetwork || old.HostIPC)
                && Refuses(errors => PodSecurityContextValidation.Validate(old.SecurityContext, old, Nowhere, strict, errors)),
            AllowInvalidDeletionCost = oldAnnotations is not null && !PodAnnotationValidation.HasValidDeletionCost(oldAnnotations),
        };

    private static bool HasInvalidAffinity(PodSpec old, PodRuleOptions options) =>
        old.Affinity is { } affinity && Refuses(errors => AffinityValidation.Validate(affinity, Nowhere, options, errors));

    private static bool Refuses(Action<FieldErrors> rule)
    {
        var errors = new FieldErrors();
        rule(errors);
        return errors.Any;
    }

    private static bool HasIndivisibleHugePages(PodSpec spec)
    {
        foreach (var container in spec.Containers ?? [])
        {
            if (HasIndivisibleHugePages(container.Resources))
                return true;
        }

        foreach (var container in spec.InitContainers ?? [])
        {
            if (HasIndivisibleHugePages(container.Resources))
                return true;
        }

        return false;
    }

    private static bool HasIndivisibleHugePages(ResourceRequirements? resources)
    {
        foreach (var list in (ReadOnlySpan<IReadOnlyDictionary<string, Values.Quantity>?>)[resources?.Limits, resources?.Requests])
        {
            if (list is null)
                continue;

            foreach (var (name, amount) in list)
            {
                if (ResourceNames.IsHugePages(name) && !ResourceValidation.IsDivisible(name, amount))
                    return true;
            }
        }

        return false;
    }
}
