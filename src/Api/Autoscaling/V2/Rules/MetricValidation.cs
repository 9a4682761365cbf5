using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Autoscaling.V2.Rules;

/// <summary>What an autoscaler measures, and the value it wants.</summary>
internal static class MetricValidation
{
    private static readonly EnumField Types = EnumField.OfTexts("ContainerResource", "External", "Object", "Pods", "Resource");

    public static void Validate(IReadOnlyList<MetricSpec> metrics, FieldPath path, int? minReplicas, FieldErrors errors)
    {
        var outside = false;
        for (var i = 0; i < metrics.Count; i++)
        {
            Validate(metrics[i], path.Index(i), errors);
            outside |= metrics[i].Type is "Object" or "External";
        }

        // Without pods there is nothing of the pods to measure.
        if (minReplicas == 0 && !outside)
            errors.Forbidden(path, "must specify at least one Object or External metric to support scaling to zero replicas");
    }

    private static void Validate(MetricSpec metric, FieldPath path, FieldErrors errors)
    {
        var type = metric.Type ?? "";
        if (type.Length == 0)
            errors.Required(path.Child("type"), "must specify a metric source type");
        Types.Check(type, path, "type", errors);

        var present = Present(metric);
        if (present.Count > 0)
            ValidateSource(metric, present[0], path, errors);

        var expected = Types.Has(type) ? char.ToLowerInvariant(type[0]) + type[1..] : "";
        if (expected.Length == 0)
            Types.Check(type, path, "type", errors);
        else if (!present.Contains(expected))
            errors.Required(path.Child(expected), "must populate information for the given metric source");
        if (present.Count == 1)
            return;

        foreach (var name in present)
        {
            if (name != expected)
                errors.Forbidden(path.Child(name), "must populate the given metric source only");
        }
    }

    private static List<string> Present(MetricSpec metric)
    {
        var present = new List<string>(1);
        if (metric.Object is not null)
            present.Add("object");
        if (metric.External is not null)
            present.Add("external");
        if (metric.Pods is not null)
            present.Add("pods");
        if (metric.Resource is not null)
            present.Add("resource");
        if (metric.ContainerResource is not null)
            present.Add("containerResource");
        return present;
    }

    private static void ValidateSource(MetricSpec metric, string name, FieldPath path, FieldErrors errors)
    {
        switch (name)
        {
            case "object":
                ValidateObject(metric.Object!, path.Child(name), errors);
                break;
            case "external":
                ValidateExternal(metric.External!, path.Child(name), errors);
                break;
            case "pods":
                ValidatePods(metric.Pods!, path.Child(name), errors);
                break;
            case "resource":
                ValidateResource(metric.Resource!, path.Child(name), errors);
                break;
            default:
                ValidateContainerResource(metric.ContainerResource!, path.Child(name), errors);
                break;
        }
    }

    private static void ValidateObject(ObjectMetricSource source, FieldPath path, FieldErrors errors)
    {
        HorizontalPodAutoscalerValidation.ValidateReference(source.DescribedObject ?? new(), path.Child("describedObject"), errors);
        ValidateMetric(source.Metric, path, errors);
        var target = ValidateTarget(source.Target, path, errors);
        if (target.Value is null && target.AverageValue is null)
            errors.Required(path.Child("target", "averageValue"), "must set either a target value or averageValue");
    }

    private static void ValidateExternal(ExternalMetricSource source, FieldPath path, FieldErrors errors)
    {
        ValidateMetric(source.Metric, path, errors);
        var target = ValidateTarget(source.Target, path, errors);
        if (target.Value is null && target.AverageValue is null)
            errors.Required(path.Child("target", "averageValue"), "must set either a target value for metric or a per-pod target");
        if (target.Value is not null && target.AverageValue is not null)
            errors.Forbidden(path.Child("target", "value"), "may not set both a target value for metric and a per-pod target");
    }

    private static void ValidatePods(PodsMetricSource source, FieldPath path, FieldErrors errors)
    {
        ValidateMetric(source.Metric, path, errors);
        if (ValidateTarget(source.Target, path, errors).AverageValue is null)
            errors.Required(path.Child("target", "averageValue"), "must specify a positive target averageValue");
    }

    private static void ValidateResource(ResourceMetricSource source, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(source.Name))
            errors.Required(path.Child("name"), "must specify a resource name");
        ValidateShare(ValidateTarget(source.Target, path, errors), path, errors);
    }

    private static void ValidateContainerResource(ContainerResourceMetricSource source, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(source.Name))
            errors.Required(path.Child("name"), "must specify a resource name");
        else
            errors.Invalid(path.Child("name"), source.Name, QualifiedNames.Name(source.Name));

        if (string.IsNullOrEmpty(source.Container))
            errors.Required(path.Child("container"), "must specify a container");
        else
            errors.Invalid(path.Child("container"), source.Container, DnsNames.Label(source.Container));
        ValidateShare(ValidateTarget(source.Target, path, errors), path, errors);
    }

    private static void ValidateShare(MetricTarget target, FieldPath path, FieldErrors errors)
    {
        if (target.AverageUtilization is null && target.AverageValue is null)
            errors.Required(path.Child("target", "averageUtilization"), "must set either a target raw value or a target utilization");
        if (target.AverageUtilization is not null && target.AverageValue is not null)
            errors.Forbidden(path.Child("target", "averageValue"), "may not set both a target raw value and a target utilization");
    }

    private static void ValidateMetric(MetricIdentifier? metric, FieldPath path, FieldErrors errors) =>
        HorizontalPodAutoscalerValidation.ValidateSegment(metric?.Name, path.Child("metric", "name"), "must specify a metric name", errors);

    private static MetricTarget ValidateTarget(MetricTarget? given, FieldPath parent, FieldErrors errors)
    {
        var target = given ?? new();
        var path = parent.Child("target");
        if (string.IsNullOrEmpty(target.Type))
            errors.Required(path.Child("type"), "must specify a metric target type");
        if (target.Type is not ("Utilization" or "Value" or "AverageValue"))
            errors.Invalid(path.Child("type"), target.Type ?? "", "must be either Utilization, Value, or AverageValue");
        if (target.Value is { Sign: <= 0 } value)
            errors.Invalid(path.Child("value"), new ShownAs(value.ToString()), "must be positive");
        if (target.AverageValue is { Sign: <= 0 } average)
            errors.Invalid(path.Child("averageValue"), new ShownAs(average.ToString()), "must be positive");
        if (target.AverageUtilization < 1)
            errors.Invalid(path.Child("averageUtilization"), target.AverageUtilization, "must be greater than 0");
        return target;
    }
}
