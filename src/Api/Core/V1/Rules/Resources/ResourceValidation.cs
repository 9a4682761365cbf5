using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Core.V1.Rules.Resources;

/// <summary>Requests and limits.</summary>
public static class ResourceValidation
{
    /// <param name="podClaims">The pod's claims on devices, which containers refer to by name.</param>
    public static void Validate(
        ResourceRequirements resources,
        IReadOnlyList<PodResourceClaim>? podClaims,
        FieldPath path,
        bool allowIndivisibleHugePages,
        FieldErrors errors,
        bool podLevel = false)
    {
        var hasProcessorOrMemory = false;
        var hasHugePages = false;
        if (resources.Limits is { } limits)
        {
            foreach (var (name, amount) in limits)
            {
                ValidateEntry(name, amount, path, "limits", podLevel, allowIndivisibleHugePages, errors);
                hasHugePages |= ResourceNames.IsHugePages(name);
                hasProcessorOrMemory |= name is ResourceNames.Cpu or ResourceNames.Memory;
            }
        }

        if (resources.Requests is { } requests)
        {
            foreach (var (name, amount) in requests)
            {
                ValidateEntry(name, amount, path, "requests", podLevel, allowIndivisibleHugePages, errors);
                ValidateAgainstLimit(name, amount, resources.Limits, path, errors);
                hasHugePages |= ResourceNames.IsHugePages(name);
                hasProcessorOrMemory |= name is ResourceNames.Cpu or ResourceNames.Memory;
            }
        }

        if (hasHugePages && !hasProcessorOrMemory)
            errors.Forbidden(path, "HugePages require cpu or memory");
        if (resources.Claims is { Count: > 0 } claims)
            ValidateClaims(claims, podClaims ?? [], path.Child("claims"), errors);
    }

    /// <summary>An amount of one resource: not negative, and whole where parts make no sense.</summary>
    public static void ValidateAmount(string name, Quantity amount, FieldPath path, FieldErrors errors)
    {
        if (amount.Sign < 0)
            errors.Invalid(path, amount, Wording.Negative);
        if (ResourceNames.IsWhole(name) && amount.MilliValue() % 1000 != 0)
            errors.Invalid(path, amount, Wording.NotInteger);
    }

    /// <summary>The name of a resource anywhere.</summary>
    /// <returns>False when the name is wrong and has been reported.</returns>
    public static bool ValidateName(string name, FieldPath path, FieldErrors errors)
    {
        if (QualifiedNames.Name(name) is { Count: > 0 } wrong)
        {
            errors.Invalid(path, name, wrong);
            return false;
        }

        if (name.Contains('/') || ResourceNames.IsStandard(name))
            return true;

        errors.Invalid(path, name, "must be a standard resource type or fully qualified");
        return false;
    }

    /// <summary>The name of something that a container can ask for.</summary>
    public static void ValidateContainerName(string name, FieldPath path, FieldErrors errors)
    {
        ValidateName(name, path, errors);
        if (!name.Contains('/'))
        {
            if (!ResourceNames.IsStandardForContainers(name))
                errors.Invalid(path, name, "must be a standard resource for containers");
        }
        else if (!ResourceNames.IsNative(name) && !ResourceNames.IsExtended(name))
        {
            errors.Invalid(path, name, "doesn't follow extended resource name standard");
        }
    }

    private static void ValidateEntry(
        string name, Quantity amount, FieldPath parent, string list, bool podLevel, bool allowIndivisibleHugePages, FieldErrors errors)
    {
        if (name is ResourceNames.Cpu or ResourceNames.Memory && amount.Sign >= 0)
            return;

        var path = parent.Child(list).Key(name);
        if (!podLevel)
            ValidateContainerName(name, path, errors);
        else if (ValidateName(name, path, errors) && !ResourceNames.IsPodLevel(name))
            errors.NotSupported(path, name, [ResourceNames.Cpu, ResourceNames.Memory]);

        ValidateAmount(name, amount, path, errors);
        if (ResourceNames.IsHugePages(name) && !allowIndivisibleHugePages && !IsDivisible(name, amount))
            errors.Invalid(path, amount, $"{amount} is not positive integer multiple of {name}");
    }

    internal static bool IsDivisible(string hugePages, Quantity amount) =>
        Quantity.TryParse(ResourceNames.HugePageSize(hugePages), out var size)
        && size.Sign > 0 && size.MilliValue() % 1000 == 0 && amount.Value() % size.Value() == 0;

    private static void ValidateAgainstLimit(
        string name, Quantity amount, IReadOnlyDictionary<string, Quantity>? limits, FieldPath path, FieldErrors errors)
    {
        var overcommit = ResourceNames.IsOvercommitAllowed(name);
        if (limits is not null && limits.TryGetValue(name, out var limit))
        {
            var order = amount.CompareTo(limit);
            if (order != 0 && !overcommit)
                errors.Invalid(path.Child("requests"), amount, $"must be equal to {name} limit of {limit}");
            else if (order > 0)
                errors.Invalid(path.Child("requests"), amount, $"must be less than or equal to {name} limit of {limit}");
        }
        else if (!overcommit)
        {
            errors.Required(path.Child("limits"), "Limit must be set for non overcommitable resources");
        }
    }

    private static void ValidateClaims(IReadOnlyList<ResourceClaim> claims, IReadOnlyList<PodResourceClaim> known, FieldPath path, FieldErrors errors)
    {
        var whole = default(Seen);
        var inPart = default(Seen);
        for (var i = 0; i < claims.Count; i++)
        {
            var name = claims[i].Name ?? "";
            if (name.Length == 0)
            {
                errors.Required(path.Index(i));
                continue;
            }

            var request = claims[i].Request ?? "";
            if (request.Length > 0)
                errors.Invalid(path.Index(i).Child("request"), request, DnsNames.Label(request));

            var key = request.Length == 0 ? name : $"{name}/{request}";
            if (whole.Has(name) || whole.Has(key) || (request.Length == 0 && inPart.Has(name)))
                errors.Duplicate(path.Index(i), whole.Has(name) ? name : key);
            whole.Add(key);
            if (request.Length > 0)
                inPart.Add(name);

            ValidateKnown(name, known, path.Index(i), errors);
        }
    }

    private static void ValidateKnown(string name, IReadOnlyList<PodResourceClaim> known, FieldPath path, FieldErrors errors)
    {
        foreach (var claim in known)
        {
            if (claim.Name == name)
                return;
        }

        var names = string.Join(", ", known.Select(claim => claim.Name).Order(StringComparer.Ordinal));
        errors.Add(new(
            FieldErrorType.NotFound,
            path.ToString(),
            $"Not found: \"{name}\": must be one of the names in pod.spec.resourceClaims{(known.Count == 0 ? " which is empty" : ": " + names)}"));
    }
}
