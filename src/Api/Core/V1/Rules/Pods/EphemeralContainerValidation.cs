using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Core.V1.Rules.Pods;

/// <summary>Containers that are added to a running pod for a look around; nothing may depend on them.</summary>
internal static class EphemeralContainerValidation
{
    private const string NotHere = "cannot be set for an Ephemeral Container";

    public static void Validate(IReadOnlyList<EphemeralContainer> containers, ContainerContext context, FieldPath path)
    {
        var errors = context.Errors;
        var others = default(Seen);
        foreach (var container in context.Spec.Containers ?? [])
            others.Add(container.Name ?? "");
        foreach (var container in context.Spec.InitContainers ?? [])
            others.Add(container.Name ?? "");

        var names = default(Seen);
        for (var i = 0; i < containers.Count; i++)
        {
            var container = containers[i];
            var at = path.Index(i);
            ContainerValidation.Validate(AsContainer(container), context, at);
            ContainerValidation.ValidateImage(container.Image, at, errors);

            var name = container.Name ?? "";
            if (others.Has(name) || !names.Add(name))
                errors.Duplicate(at.Child("name"), name);
            if (container.TargetContainerName is { Length: > 0 } target && !others.Has(target))
                errors.NotFound(at.Child("targetContainerName"), target);

            ForbidFields(container, at, errors);
            ForbidSubPaths(container.VolumeMounts ?? [], at.Child("volumeMounts"), errors);
        }
    }

    public static Container AsContainer(EphemeralContainer container) => new()
    {
        Name = container.Name,
        Image = container.Image,
        Command = container.Command,
        Args = container.Args,
        WorkingDir = container.WorkingDir,
        Ports = container.Ports,
        EnvFrom = container.EnvFrom,
        Env = container.Env,
        Resources = container.Resources,
        ResizePolicy = container.ResizePolicy,
        RestartPolicy = container.RestartPolicy,
        VolumeMounts = container.VolumeMounts,
        VolumeDevices = container.VolumeDevices,
        LivenessProbe = container.LivenessProbe,
        ReadinessProbe = container.ReadinessProbe,
        StartupProbe = container.StartupProbe,
        Lifecycle = container.Lifecycle,
        TerminationMessagePath = container.TerminationMessagePath,
        TerminationMessagePolicy = container.TerminationMessagePolicy,
        ImagePullPolicy = container.ImagePullPolicy,
        SecurityContext = container.SecurityContext,
        Stdin = container.Stdin,
        StdinOnce = container.StdinOnce,
        Tty = container.Tty,
    };

    private static void ForbidFields(EphemeralContainer container, FieldPath path, FieldErrors errors)
    {
        Forbid(container.Ports is { Count: > 0 }, "ports");
        Forbid(container.Resources is { } resources && (resources.Limits ?? resources.Requests) is not null, "resources");
        Forbid(container.Resources is { Limits: null, Requests: null, Claims.Count: > 0 }, "resources");
        Forbid(container.ResizePolicy is { Count: > 0 }, "resizePolicy");
        Forbid(container.RestartPolicy is not null, "restartPolicy");
        Forbid(container.LivenessProbe is not null, "livenessProbe");
        Forbid(container.ReadinessProbe is not null, "readinessProbe");
        Forbid(container.StartupProbe is not null, "startupProbe");
        Forbid(container.Lifecycle is not null, "lifecycle");

        void Forbid(bool isSet, string name)
        {
            if (isSet)
                errors.Forbidden(path.Child(name), NotHere);
        }
    }

    private static void ForbidSubPaths(IReadOnlyList<VolumeMount> mounts, FieldPath path, FieldErrors errors)
    {
        for (var i = 0; i < mounts.Count; i++)
        {
            if (!string.IsNullOrEmpty(mounts[i].SubPath))
                errors.Forbidden(path.Index(i).Child("subPath"), NotHere);
            if (!string.IsNullOrEmpty(mounts[i].SubPathExpr))
                errors.Forbidden(path.Index(i).Child("subPathExpr"), NotHere);
        }
    }
}
