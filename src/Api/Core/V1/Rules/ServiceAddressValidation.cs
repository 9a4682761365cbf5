using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Core.V1.Rules;

/// <summary>clusterIP, clusterIPs, ipFamilies and ipFamilyPolicy must fit each other.</summary>
internal static class ServiceAddressValidation
{
    private static readonly FieldPath Spec = FieldPath.Root("spec");
    private static readonly FieldPath ClusterIPs = Spec.Child("clusterIPs");
    private static readonly FieldPath Families = Spec.Child("ipFamilies");
    private static readonly EnumField Policies = EnumField.Of<ServiceSpec>("ipFamilyPolicy");
    private static readonly string[] KnownFamilies = ["IPv4", "IPv6"];

    public static void Validate(ServiceSpec spec, FieldErrors errors)
    {
        if (spec.Type == "ExternalName")
            return;

        var addresses = spec.ClusterIPs ?? [];
        ValidateLink(spec.ClusterIP ?? "", addresses, errors);
        ValidateFamilies(spec.IpFamilies ?? [], errors);
        Policies.CheckOptional(spec.IpFamilyPolicy, Spec, "ipFamilyPolicy", errors);
        if (!ValidateAddresses(addresses, errors))
            return;

        if (addresses.Count > 1 && addresses.Select(IpAddresses.Is6).Distinct().Count() != addresses.Count)
            errors.Invalid(ClusterIPs, addresses, "may specify no more than one IP for each IP family");
        if (!ServiceTypes.IsHeadless(spec))
            ValidateMatch(addresses, spec.IpFamilies ?? [], errors);
    }

    private static void ValidateLink(string clusterIP, IReadOnlyList<string> addresses, FieldErrors errors)
    {
        if (clusterIP.Length > 0 && addresses.Count == 0)
            errors.Required(ClusterIPs);
        else if (clusterIP.Length > 0 && addresses[0] != clusterIP)
            errors.Invalid(ClusterIPs, addresses, "first value must match `clusterIP`");
        else if (clusterIP.Length == 0 && addresses.Count > 0)
            errors.Invalid(ClusterIPs, addresses, "must be empty when `clusterIP` is not specified");
    }

    private static void ValidateFamilies(IReadOnlyList<string> families, FieldErrors errors)
    {
        var seen = new HashSet<string>();
        for (var i = 0; i < families.Count; i++)
        {
            if (!KnownFamilies.Contains(families[i]))
                errors.NotSupported(Families.Index(i), families[i], KnownFamilies);
            if (!seen.Add(families[i]))
                errors.Duplicate(Families.Index(i), families[i]);
        }
    }

    private static bool ValidateAddresses(IReadOnlyList<string> addresses, FieldErrors errors)
    {
        var valid = true;
        for (var i = 0; i < addresses.Count; i++)
        {
            if (i == 0 && addresses[i] == ServiceTypes.None)
            {
                if (addresses.Count > 1)
                {
                    valid = false;
                    errors.Invalid(ClusterIPs, addresses, "'None' must be the first and only value");
                }
            }
            else if (IpAddresses.Address(addresses[i]) is { Count: > 0 } wrong)
            {
                valid = false;
                errors.Invalid(ClusterIPs.Index(i), addresses[i], wrong);
            }
        }

        if (addresses.Count > 2)
            errors.Invalid(ClusterIPs, addresses, "may only hold up to 2 values");
        return valid;
    }

    private static void ValidateMatch(IReadOnlyList<string> addresses, IReadOnlyList<string> families, FieldErrors errors)
    {
        for (var i = 0; i < Math.Min(addresses.Count, families.Count); i++)
        {
            if (families[i] == "IPv4" && IpAddresses.Is6(addresses[i]))
                errors.Invalid(ClusterIPs.Index(i), addresses[i], $"expected an IPv4 value as indicated by `ipFamilies[{i}]`");
            if (families[i] == "IPv6" && !IpAddresses.Is6(addresses[i]))
                errors.Invalid(ClusterIPs.Index(i), addresses[i], $"expected an IPv6 value as indicated by `ipFamilies[{i}]`");
        }
    }
}
