using CloudletK8s.Api.Core.V1.Pods;
using CloudletK8s.Api.Core.V1.Rules.Resources;
using CloudletK8s.Api.Rules;

namespace CloudletK8s.Api.Core.V1.Rules.Pods;

/// <summary>Requests and limits of the pod as a whole, which its containers share.</summary>
internal static class PodLevelResourceValidation
{
    public static void Validate(PodSpec spec, FieldPath path, PodRuleOptions options, FieldErrors errors)
    {
        var resources = spec.Resources!;
        if (resources.Claims is { Count: > 0 })
            errors.Forbidden(path.Child("claims"), "claims cannot be set for Resources at pod-level");

        ResourceValidation.Validate(resources, spec.ResourceClaims, path, options.AllowIndivisibleHugePages, errors, podLevel: true);
        ValidateRequests(spec, resources, path, errors);
        ValidateLimits(spec, resources, path, errors);
    }

    private static void ValidateRequests(PodSpec spec, ResourceRequirements resources, FieldPath path, FieldErrors errors)
    {
        foreach (var (name, sum) in PodResources.OfContainers(spec, static container => container.Requests))
        {
            if (!ResourceNames.IsPodLevel(name))
                continue;

            var given = resources.Requests is not null && resources.Requests.TryGetValue(name, out var amount) ? amount : default;
            if (sum.CompareTo(given) > 0)
                errors.Invalid(path.Child("requests").Key(name), given.ToString(), $"must be greater than or equal to aggregate container requests of {sum}");
        }
    }

    private static void ValidateLimits(PodSpec spec, ResourceRequirements resources, FieldPath path, FieldErrors errors)
    {
        if (resources.Limits is null || spec.Containers is null)
            return;

        for (var i = 0; i < spec.Containers.Count; i++)
        {
            if (spec.Containers[i].Resources?.Limits is not { } limits)
                continue;

            foreach (var (name, amount) in limits)
            {
                if (resources.Limits.TryGetValue(name, out var most) && amount.CompareTo(most) > 0)
                {
                    errors.Invalid(
                        path.Child("containers").Index(i).Key(name).Child("limits"),
                        amount.ToString(),
                        $"must be less than or equal to pod limits of {most}");
                }
            }
        }
    }
}
