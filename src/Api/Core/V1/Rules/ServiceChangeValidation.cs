using CloudletK8s.Api.Rules;

namespace CloudletK8s.Api.Core.V1.Rules;

/// <summary>
/// Addresses and families of a service stay; the second of each may be added and given up again. A change from or to
/// ExternalName frees all of it.
/// </summary>
internal static class ServiceChangeValidation
{
    private const string Fixed = "may not change once set";

    private static readonly FieldPath Spec = FieldPath.Root("spec");

    public static void Validate(ServiceSpec spec, ServiceSpec old, FieldErrors errors)
    {
        if (spec.Type != "ExternalName" && old.Type != "ExternalName")
        {
            var headless = ServiceTypes.IsHeadless(spec);
            var wasHeadless = ServiceTypes.IsHeadless(old);
            if (!headless || !wasHeadless)
                ValidateAddresses(spec, old, errors);
            if (!headless && !wasHeadless)
                ValidateFamilies(spec, old, errors);
        }

        ServiceValidation.ValidateLoadBalancerClass(spec, old, errors);
        if (ServiceTypes.NeedsHealthCheckNodePort(old) && ServiceTypes.NeedsHealthCheckNodePort(spec) && old.HealthCheckNodePort != spec.HealthCheckNodePort)
            errors.Forbidden(Spec.Child("healthCheckNodePort"), "field is immutable");
    }

    private static void ValidateAddresses(ServiceSpec spec, ServiceSpec old, FieldErrors errors)
    {
        var path = Spec.Child("clusterIPs");
        var now = spec.ClusterIPs ?? [];
        var before = old.ClusterIPs ?? [];
        if (now.Count == before.Count)
        {
            for (var i = 0; i < now.Count; i++)
            {
                if (now[i] != before[i])
                    errors.Invalid(path.Index(i), now, Fixed);
            }

            return;
        }

        if (before.Count > now.Count && now.Count == 0)
            errors.Invalid(path.Index(0), ShownAs.List("string", spec.ClusterIPs), "primary clusterIP can not be unset");
        if (before.Count > 0 && now.Count > 0 && now[0] != before[0])
            errors.Invalid(path.Index(0), now, Fixed);
        if (before.Count > now.Count && now.Count == 1)
            RequireSingleStack(spec, "clusterIP", errors);
    }

    private static void ValidateFamilies(ServiceSpec spec, ServiceSpec old, FieldErrors errors)
    {
        var path = Spec.Child("ipFamilies").Index(0);
        var now = spec.IpFamilies ?? [];
        var before = old.IpFamilies ?? [];
        if (now.Count == before.Count)
        {
            for (var i = 0; i < now.Count; i++)
            {
                if (now[i] != before[i])
                    errors.Invalid(path, Shown(spec), Fixed);
            }

            return;
        }

        if (before.Count > now.Count && spec.ClusterIPs is not { Count: > 0 })
            errors.Invalid(path, Shown(spec), "primary ipFamily can not be unset");
        if (before.Count > 0 && now.Count > 0 && now[0] != before[0])
            errors.Invalid(path, spec.ClusterIPs ?? [], Fixed);
        if (before.Count > now.Count && now.Count == 1)
            RequireSingleStack(spec, "ipFamily", errors);
    }

    private static ShownAs Shown(ServiceSpec spec) => ShownAs.List("core.IPFamily", spec.IpFamilies);

    private static void RequireSingleStack(ServiceSpec spec, string what, FieldErrors errors)
    {
        if (spec.IpFamilyPolicy != "SingleStack")
            errors.Invalid(Spec.Child("ipFamilyPolicy"), spec.IpFamilyPolicy, $"must be set to 'SingleStack' when releasing the secondary {what}");
    }
}
