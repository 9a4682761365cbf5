using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Core.V1.Rules.Resources;

namespace CloudletK8s.Api.Core.V1.Rules.Pods;

/// <summary>What holds for every container, whatever list it stands in.</summary>
internal static class ContainerValidation
{
    public static void Validate(Container container, ContainerContext context, FieldPath path)
    {
        var errors = context.Errors;
        if (string.IsNullOrEmpty(container.Name))
            errors.Required(path.Child("name"));
        else if (DnsNames.Label(container.Name) is { Count: > 0 } wrong)
            errors.Invalid(path.Child("name"), container.Name, wrong);

        if (string.IsNullOrEmpty(container.Image))
            errors.Required(path.Child("image"));
        PodFields.TerminationMessagePolicy.CheckRequired(container.TerminationMessagePolicy, path, "terminationMessagePolicy", errors);

        if (container.Ports is { Count: > 0 } ports)
            ValidatePorts(ports, path.Child("ports"), errors);
        if (container.Env is { Count: > 0 } env)
            EnvironmentValidation.Validate(env, path.Child("env"), errors);
        if (container.EnvFrom is { Count: > 0 } from)
            EnvironmentValidation.Validate(from, path.Child("envFrom"), errors);
        if (container.VolumeMounts is { Count: > 0 } mounts)
            MountValidation.Validate(mounts, container, context, path.Child("volumeMounts"));
        if (container.VolumeDevices is { Count: > 0 } devices)
            MountValidation.Validate(devices, container, context, path.Child("volumeDevices"));

        PodFields.ImagePullPolicy.CheckRequired(container.ImagePullPolicy, path, "imagePullPolicy", errors);
        if (container.Resources is { } resources)
            ResourceValidation.Validate(resources, context.Spec.ResourceClaims, path.Child("resources"), context.Options.AllowIndivisibleHugePages, errors);
        if (container.ResizePolicy is { Count: > 0 } resize)
            ValidateResizePolicy(resize, context.Spec.RestartPolicy, path.Child("resizePolicy"), errors);
        if (container.SecurityContext is { } security)
            SecurityContextValidation.Validate(security, path.Child("securityContext"), errors);
    }

    /// <summary>What holds in pods but not yet in templates, whose images others may fill in.</summary>
    public static void ValidateImage(string? image, FieldPath path, FieldErrors errors)
    {
        if (!string.IsNullOrEmpty(image) && (char.IsWhiteSpace(image[0]) || char.IsWhiteSpace(image[^1])))
            errors.Invalid(path.Child("image"), image, "must not have leading or trailing whitespace");
    }

    private static void ValidatePorts(IReadOnlyList<ContainerPort> ports, FieldPath path, FieldErrors errors)
    {
        var names = default(Seen);
        for (var i = 0; i < ports.Count; i++)
        {
            var port = ports[i];
            var at = path.Index(i);
            if (!string.IsNullOrEmpty(port.Name))
            {
                if (Ports.Name(port.Name) is { Count: > 0 } wrong)
                    errors.Invalid(at.Child("name"), port.Name, wrong);
                else if (!names.Add(port.Name))
                    errors.Duplicate(at.Child("name"), port.Name);
            }

            if (port.ContainerPortValue == 0)
                errors.Required(at.Child("containerPort"));
            else if (!Ports.IsNumber(port.ContainerPortValue))
                errors.Invalid(at.Child("containerPort"), port.ContainerPortValue, Ports.Number(port.ContainerPortValue));
            if (port.HostPort != 0 && !Ports.IsNumber(port.HostPort))
                errors.Invalid(at.Child("hostPort"), port.HostPort, Ports.Number(port.HostPort));
            PodFields.PortProtocol.CheckRequired(port.Protocol, at, "protocol", errors);
        }
    }

    private static void ValidateResizePolicy(IReadOnlyList<ContainerResizePolicy> policies, string? restartPolicy, FieldPath path, FieldErrors errors)
    {
        var seen = default(Seen);
        for (var i = 0; i < policies.Count; i++)
        {
            var resource = policies[i].ResourceName ?? "";
            var restart = policies[i].RestartPolicy ?? "";
            if (!seen.Add(resource))
                errors.Duplicate(path.Index(i), resource);

            Check(PodFields.ResizeResource, resource, path, errors);
            Check(PodFields.ResizeRestartPolicy, restart, path, errors);
            if (restartPolicy == "Never" && restart != "NotRequired")
                errors.Invalid(path, restart, "must be 'NotRequired' when `restartPolicy` is 'Never'");
        }
    }

    private static void Check(EnumField field, string value, FieldPath path, FieldErrors errors)
    {
        if (value.Length == 0)
            errors.Required(path);
        else if (!field.Has(value))
            errors.NotSupported(path, value, field.Values);
    }
}
