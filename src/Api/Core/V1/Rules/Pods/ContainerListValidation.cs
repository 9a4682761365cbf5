using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Records;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Core.V1.Rules.Pods;

/// <summary>A pod's containers, init containers (sidecars among them) and ephemeral containers.</summary>
internal static class ContainerListValidation
{
    public static void Validate(ContainerContext context, FieldPath spec)
    {
        var names = default(Seen);
        ValidateMain(context, ref names, spec.Child("containers"));
        if (context.Spec.InitContainers is { Count: > 0 } init)
            ValidateInit(init, context, ref names, spec.Child("initContainers"));
        if (context.Spec.EphemeralContainers is { Count: > 0 } ephemeral)
            EphemeralContainerValidation.Validate(ephemeral, context, spec.Child("ephemeralContainers"));
    }

    private static void ValidateMain(ContainerContext context, ref Seen names, FieldPath path)
    {
        var containers = context.Spec.Containers ?? [];
        var errors = context.Errors;
        if (containers.Count == 0)
            errors.Required(path);

        for (var i = 0; i < containers.Count; i++)
        {
            var container = containers[i];
            var at = path.Index(i);
            ContainerValidation.Validate(container, context, at);
            if (!names.Add(container.Name ?? ""))
                errors.Duplicate(at.Child("name"), container.Name ?? "");

            ProbeValidation.ValidateAll(container, context, at);
            if (container.RestartPolicy is not null)
                errors.Forbidden(at.Child("restartPolicy"), "may not be set for non-init containers");
        }

        var taken = default(Seen);
        for (var i = 0; i < containers.Count; i++)
            ValidateHostPorts(containers[i], ref taken, path, i, errors);
    }

    private static void ValidateInit(IReadOnlyList<Container> containers, ContainerContext context, ref Seen names, FieldPath path)
    {
        var errors = context.Errors;
        for (var i = 0; i < containers.Count; i++)
        {
            var container = containers[i];
            var at = path.Index(i);
            ContainerValidation.Validate(container, context, at);
            PodFields.InitRestartPolicy.CheckOptional(container.RestartPolicy, at, "restartPolicy", errors);

            var name = container.Name ?? "";
            if (names.Has(name))
                errors.Duplicate(at.Child("name"), name);
            else if (name.Length > 0)
                names.Add(name);

            // Init containers run one after another, so each has the host's ports for itself. Kubernetes says index 0 here.
            var taken = default(Seen);
            ValidateHostPorts(container, ref taken, path, 0, errors);
            if (container.RestartPolicy == "Always")
                ProbeValidation.ValidateAll(container, context, at);
            else
                ForbidProbes(container, at, errors);

            if (container.ResizePolicy is { Count: > 0 } resize)
                errors.Invalid(at.Child("resizePolicy"), new TreeList(resize.Select(RecordBinder.Write)), "must not be set for init containers");
        }
    }

    private static void ForbidProbes(Container container, FieldPath path, FieldErrors errors)
    {
        const string Detail = "may not be set for init containers without restartPolicy=Always";
        if (container.Lifecycle is not null)
            errors.Forbidden(path.Child("lifecycle"), Detail);
        if (container.LivenessProbe is not null)
            errors.Forbidden(path.Child("livenessProbe"), Detail);
        if (container.ReadinessProbe is not null)
            errors.Forbidden(path.Child("readinessProbe"), Detail);
        if (container.StartupProbe is not null)
            errors.Forbidden(path.Child("startupProbe"), Detail);
    }

    private static void ValidateHostPorts(Container container, ref Seen taken, FieldPath path, int index, FieldErrors errors)
    {
        var ports = container.Ports ?? [];
        for (var i = 0; i < ports.Count; i++)
        {
            if (ports[i].HostPort == 0)
                continue;

            var port = $"{ports[i].Protocol}/{ports[i].HostIP}/{ports[i].HostPort}";
            if (!taken.Add(port))
                errors.Duplicate(path.Index(index).Child("ports").Index(i).Child("hostPort"), port);
        }
    }
}
