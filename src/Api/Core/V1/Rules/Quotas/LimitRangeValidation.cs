using System.Globalization;
using CloudletK8s.Api.Core.V1.Rules.Resources;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Core.V1.Rules.Quotas;

internal static class LimitRangeValidation
{
    public static void Validate(LimitRange range, FieldErrors errors)
    {
        var limits = range.Spec?.Limits ?? [];
        var types = new HashSet<string>();
        for (var i = 0; i < limits.Count; i++)
        {
            var path = FieldPath.Root("spec").Child("limits").Index(i);
            var type = limits[i].Type ?? "";
            ValidateType(type, path.Child("type"), errors);
            if (!types.Add(type))
                errors.Duplicate(path.Child("type"), type);
            Validate(limits[i], type, path, errors);
        }
    }

    private static void ValidateType(string type, FieldPath path, FieldErrors errors)
    {
        if (QualifiedNames.Name(type) is { Count: > 0 } wrong)
            errors.Invalid(path, type, wrong);
        else if (!type.Contains('/') && type is not ("Pod" or "Container" or "PersistentVolumeClaim"))
            errors.Invalid(path, type, "must be a standard limit type or fully qualified");
    }

    private static void Validate(LimitRangeItem item, string type, FieldPath path, FieldErrors errors)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        Collect(item.Max, "max");
        Collect(item.Min, "min");
        if (type == "Pod")
        {
            if (item.Default is { Count: > 0 })
                errors.Forbidden(path.Child("default"), "may not be specified when `type` is 'Pod'");
            if (item.DefaultRequest is { Count: > 0 })
                errors.Forbidden(path.Child("defaultRequest"), "may not be specified when `type` is 'Pod'");
        }
        else
        {
            Collect(item.Default, "default");
            Collect(item.DefaultRequest, "defaultRequest");
        }

        if (type == "PersistentVolumeClaim" && Amount(item.Min, "storage") is null && Amount(item.Max, "storage") is null)
            errors.Required(path.Child("limits"), "either minimum or maximum storage value is required, but neither was provided");
        Collect(item.MaxLimitRequestRatio, "maxLimitRequestRatio");

        foreach (var name in names)
            Compare(item, name, type == "Pod", path, errors);

        void Collect(IReadOnlyDictionary<string, Quantity>? amounts, string field)
        {
            foreach (var (name, _) in amounts ?? new Dictionary<string, Quantity>())
            {
                if (type is "Pod" or "Container")
                    ResourceValidation.ValidateContainerName(name, path.Child(field).Key(name), errors);
                else
                    ResourceValidation.ValidateName(name, path.Child(field).Key(name), errors);
                names.Add(name);
            }
        }
    }

    private static void Compare(LimitRangeItem item, string name, bool pod, FieldPath path, FieldErrors errors)
    {
        var min = Amount(item.Min, name);
        var max = Amount(item.Max, name);
        var limit = pod ? null : Amount(item.Default, name);
        var request = pod ? null : Amount(item.DefaultRequest, name);
        var ratio = Amount(item.MaxLimitRequestRatio, name);

        if (min > max)
            errors.Invalid(path.Child("min").Key(name), min, $"min value {min} is greater than max value {max}");
        if (min > request)
            errors.Invalid(path.Child("defaultRequest").Key(name), request, $"min value {min} is greater than default request value {request}");
        if (request > max)
            errors.Invalid(path.Child("defaultRequest").Key(name), request, $"default request value {request} is greater than max value {max}");
        if (request > limit)
            errors.Invalid(path.Child("defaultRequest").Key(name), request, $"default request value {request} is greater than default limit value {limit}");
        if (min > limit)
            errors.Invalid(path.Child("default").Key(name), min, $"min value {min} is greater than default value {limit}");
        if (limit > max)
            errors.Invalid(path.Child("default").Key(name), max, $"default value {limit} is greater than max value {max}");
        if (ratio is not null)
            ValidateRatio(ratio.Value, min, max, path.Child("maxLimitRequestRatio").Key(name), errors);

        // What cannot be overcommitted has limits that equal the requests.
        if (!ResourceNames.IsOvercommitAllowed(name) && limit is not null && request is not null && limit != request)
            errors.Invalid(path.Child("defaultRequest").Key(name), request, $"default value {limit} must equal to defaultRequest value {request} in {name}");
    }

    private static void ValidateRatio(Quantity ratio, Quantity? min, Quantity? max, FieldPath path, FieldErrors errors)
    {
        if (ratio < Quantity.Of(1))
            errors.Invalid(path, ratio, $"ratio {ratio} is less than 1");
        if (min is null || max is null)
            return;

        var most = max.Value.ToDouble() / min.Value.ToDouble();
        if (ratio.ToDouble() > most)
            errors.Invalid(path, ratio, $"ratio {ratio} is greater than max/min = {most.ToString("F6", CultureInfo.InvariantCulture)}");
    }

    private static Quantity? Amount(IReadOnlyDictionary<string, Quantity>? amounts, string name) =>
        amounts is not null && amounts.TryGetValue(name, out var amount) ? amount : null;
}
