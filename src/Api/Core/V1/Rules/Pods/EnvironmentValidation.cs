using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Core.V1.Rules.Pods;

/// <summary>Environment variables and where their values come from.</summary>
public static class EnvironmentValidation
{
    public static void Validate(IReadOnlyList<EnvVar> variables, FieldPath path, FieldErrors errors)
    {
        for (var i = 0; i < variables.Count; i++)
        {
            var variable = variables[i];
            if (string.IsNullOrEmpty(variable.Name))
                errors.Required(path.Index(i).Child("name"));
            else if (Keys.EnvironmentVariable(variable.Name) is { Count: > 0 } wrong)
                errors.Invalid(path.Index(i).Child("name"), variable.Name, wrong);

            if (variable.ValueFrom is { } source)
                ValidateSource(source, variable.Value, path.Index(i).Child("valueFrom"), errors);
        }
    }

    public static void Validate(IReadOnlyList<EnvFromSource> sources, FieldPath path, FieldErrors errors)
    {
        for (var i = 0; i < sources.Count; i++)
        {
            var source = sources[i];
            if (source.Prefix is { Length: > 0 } prefix && Keys.EnvironmentVariable(prefix) is { Count: > 0 } wrong)
                errors.Invalid(path.Index(i).Child("prefix"), prefix, wrong);

            if (source.ConfigMapRef is { } configMap)
                ValidateName(configMap.Name, path.Index(i).Child("configMapRef"), errors);
            if (source.SecretRef is { } secret)
                ValidateName(secret.Name, path.Index(i).Child("secretRef"), errors);

            if (source.ConfigMapRef is null && source.SecretRef is null)
                errors.Invalid(path, "", "must specify one of: `configMapRef` or `secretRef`");
            else if (source.ConfigMapRef is not null && source.SecretRef is not null)
                errors.Invalid(path, "", "may not have more than one field specified at a time");
        }
    }

    /// <summary>The object's name; a final dash passes here, as in Kubernetes.</summary>
    private static void ValidateName(string? name, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(name))
            errors.Required(path.Child("name"));
        else if (Names.Check(name, NameRule.DnsSubdomain, prefix: true) is { Count: > 0 } wrong)
            errors.Invalid(path.Child("name"), name, wrong);
    }

    private static void ValidateSource(EnvVarSource source, string? value, FieldPath path, FieldErrors errors)
    {
        var given = 0;
        if (source.FieldRef is { } field)
        {
            given++;
            DownwardApiValidation.ValidateField(field, DownwardApiValidation.EnvironmentFields, path.Child("fieldRef"), errors);
        }

        if (source.ResourceFieldRef is { } resource)
        {
            given++;
            DownwardApiValidation.ValidateResource(resource, needsContainer: false, path.Child("resourceFieldRef"), errors);
        }

        if (source.ConfigMapKeyRef is { } configMap)
        {
            given++;
            ValidateKey(configMap.Name, configMap.Key, path.Child("configMapKeyRef"), errors);
        }

        if (source.SecretKeyRef is { } secret)
        {
            given++;
            ValidateKey(secret.Name, secret.Key, path.Child("secretKeyRef"), errors);
        }

        if (given == 0)
            errors.Invalid(path, "", "must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef` or `secretKeyRef`");
        else if (!string.IsNullOrEmpty(value))
            errors.Invalid(path, "", "may not be specified when `value` is not empty");
        else if (given > 1)
            errors.Invalid(path, "", "may not have more than one field specified at a time");
    }

    private static void ValidateKey(string? name, string? key, FieldPath path, FieldErrors errors)
    {
        errors.Invalid(path.Child("name"), name ?? "", DnsNames.Subdomain(name ?? ""));
        if (string.IsNullOrEmpty(key))
            errors.Required(path.Child("key"));
        else
            errors.Invalid(path.Child("key"), key, Keys.ConfigMapKey(key));
    }
}
