using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Core.V1.Rules.Pods;

/// <summary>Which of its own fields a pod can be told, as variables or files.</summary>
internal static class DownwardApiValidation
{
    public static readonly string[] EnvironmentFields =
    [
        "metadata.name", "metadata.namespace", "metadata.uid", "spec.nodeName", "spec.serviceAccountName", "status.hostIP",
        "status.hostIPs", "status.podIP", "status.podIPs",
    ];

    public static readonly string[] VolumeFields =
        ["metadata.annotations", "metadata.labels", "metadata.name", "metadata.namespace", "metadata.uid"];

    private static readonly string[] KnownFields =
    [
        "metadata.annotations", "metadata.labels", "metadata.name", "metadata.namespace", "metadata.uid", "spec.nodeName",
        "spec.restartPolicy", "spec.serviceAccountName", "spec.schedulerName", "status.phase", "status.hostIP", "status.hostIPs",
        "status.podIP", "status.podIPs",
    ];

    private static readonly string[] ResourceFields =
    [
        "limits.cpu", "limits.ephemeral-storage", "limits.memory", "requests.cpu", "requests.ephemeral-storage", "requests.memory",
    ];

    private static readonly string[] Bytes = ["1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei"];

    public static void ValidateField(ObjectFieldSelector selector, string[] allowed, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(selector.ApiVersion))
        {
            errors.Required(path.Child("apiVersion"));
            return;
        }

        if (string.IsNullOrEmpty(selector.FieldPath))
        {
            errors.Required(path.Child("fieldPath"));
            return;
        }

        var field = selector.FieldPath;
        var subscript = Subscript(ref field);
        if (Refusal(selector.ApiVersion, field, subscript) is { } refusal)
            errors.Invalid(path.Child("fieldPath"), selector.FieldPath, "error converting fieldPath: " + refusal);
        else if (subscript is not null)
            errors.Invalid(path, Folded(field, subscript), QualifiedNames.Name(Folded(field, subscript)));
        else if (!allowed.Contains(field == "spec.host" ? "spec.nodeName" : field))
            errors.NotSupported(path.Child("fieldPath"), field, allowed);
    }

    /// <param name="needsContainer">A file must name the container, a variable has one.</param>
    public static void ValidateResource(ResourceFieldSelector selector, bool needsContainer, FieldPath path, FieldErrors errors)
    {
        var resource = selector.Resource ?? "";
        if (needsContainer && string.IsNullOrEmpty(selector.ContainerName))
            errors.Required(path.Child("containerName"));
        else if (resource.Length == 0)
            errors.Required(path.Child("resource"));
        else if (!ResourceFields.Contains(resource) && !IsHugePages(resource))
            errors.NotSupported(path.Child("resource"), resource, ResourceFields);

        if (selector.Divisor.Sign != 0)
            ValidateDivisor(resource, selector.Divisor.ToString(), path, errors);
    }

    private static void ValidateDivisor(string resource, string divisor, FieldPath path, FieldErrors errors)
    {
        const string Sizes = "only divisor's values 1, 1k, 1M, 1G, 1T, 1P, 1E, 1Ki, 1Mi, 1Gi, 1Ti, 1Pi, 1Ei are supported with the ";
        var detail = resource switch
        {
            "limits.cpu" or "requests.cpu" => divisor is "1m" or "1" ? null : "only divisor's values 1m and 1 are supported with the cpu resource",
            "limits.memory" or "requests.memory" => Bytes.Contains(divisor) ? null : Sizes + "memory resource",
            "limits.ephemeral-storage" or "requests.ephemeral-storage" => Bytes.Contains(divisor) ? null : Sizes + "local ephemeral storage resource",
            _ => !IsHugePages(resource) || Bytes.Contains(divisor) ? null : Sizes + "hugepages resource",
        };
        if (detail is not null)
            errors.Invalid(path.Child("divisor"), resource, detail);
    }

    private static bool IsHugePages(string resource) =>
        resource.StartsWith("limits.hugepages-", StringComparison.Ordinal) || resource.StartsWith("requests.hugepages-", StringComparison.Ordinal);

    /// <summary>Splits "metadata.labels['app']" into the field and "app".</summary>
    private static string? Subscript(ref string field)
    {
        var open = field.IndexOf("['", StringComparison.Ordinal);
        if (open <= 0 || !field.EndsWith("']", StringComparison.Ordinal) || open + 4 > field.Length)
            return null;

        var subscript = field[(open + 2)..^2];
        field = field[..open];
        return subscript;
    }

    private static string? Refusal(string apiVersion, string field, string? subscript)
    {
        if (apiVersion != "v1")
            return $"unsupported pod version: {apiVersion}";
        if (subscript is not null)
            return field is "metadata.annotations" or "metadata.labels" ? null : $"field label does not support subscript: {field}['{subscript}']";
        return field == "spec.host" || KnownFields.Contains(field) ? null : $"field label not supported: {field}";
    }

    private static string Folded(string field, string subscript) => field == "metadata.annotations" ? subscript.ToLowerInvariant() : subscript;
}
