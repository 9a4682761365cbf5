using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Core.V1.Rules.Pods;

/// <summary>Probes and lifecycle hooks.</summary>
internal static class ProbeValidation
{
    public static void ValidateAll(Container container, ContainerContext context, FieldPath path)
    {
        if (container.Lifecycle is { } lifecycle)
        {
            ValidateHook(lifecycle.PostStart, context, path, "postStart");
            ValidateHook(lifecycle.PreStop, context, path, "preStop");
        }

        if (container.LivenessProbe is { } liveness)
            ValidateOnce(liveness, path.Child("livenessProbe"), context.Errors);
        if (container.ReadinessProbe is { } readiness)
        {
            Validate(readiness, path.Child("readinessProbe"), context.Errors);
            if (readiness.TerminationGracePeriodSeconds is { } seconds)
                context.Errors.Invalid(path.Child("readinessProbe", "terminationGracePeriodSeconds"), seconds, "must not be set for readinessProbes");
        }

        if (container.StartupProbe is { } startup)
            ValidateOnce(startup, path.Child("startupProbe"), context.Errors);
    }

    /// <summary>One success is enough for these.</summary>
    private static void ValidateOnce(Probe probe, FieldPath path, FieldErrors errors)
    {
        Validate(probe, path, errors);
        if (probe.SuccessThreshold != 1)
            errors.Invalid(path.Child("successThreshold"), probe.SuccessThreshold, "must be 1");
    }

    private static void Validate(Probe probe, FieldPath path, FieldErrors errors)
    {
        var handlers = 0;
        ValidateExec(probe.Exec, ref handlers, path, errors);
        ValidateHttp(probe.HttpGet, ref handlers, path, errors);
        ValidateTcp(probe.TcpSocket, ref handlers, path, errors);
        if (probe.Grpc is { } grpc && IsFirst(ref handlers, path, "grpc", errors) && !Ports.IsNumber(grpc.Port))
            errors.Invalid(path.Child("grpc", "port"), grpc.Port, Ports.Number(grpc.Port));
        if (handlers == 0)
            errors.Required(path, "must specify a handler type");

        NotNegative(probe.InitialDelaySeconds, path, "initialDelaySeconds", errors);
        NotNegative(probe.TimeoutSeconds, path, "timeoutSeconds", errors);
        NotNegative(probe.PeriodSeconds, path, "periodSeconds", errors);
        NotNegative(probe.SuccessThreshold, path, "successThreshold", errors);
        NotNegative(probe.FailureThreshold, path, "failureThreshold", errors);
        if (probe.TerminationGracePeriodSeconds is <= 0)
            errors.Invalid(path.Child("terminationGracePeriodSeconds"), probe.TerminationGracePeriodSeconds, "must be greater than 0");
    }

    private static void ValidateHook(LifecycleHandler? hook, ContainerContext context, FieldPath container, string name)
    {
        if (hook is null)
            return;

        var path = container.Child("lifecycle", name);
        var errors = context.Errors;
        var handlers = 0;
        ValidateExec(hook.Exec, ref handlers, path, errors);
        ValidateHttp(hook.HttpGet, ref handlers, path, errors);
        ValidateTcp(hook.TcpSocket, ref handlers, path, errors);
        if (hook.Sleep is { } sleep && IsFirst(ref handlers, path, "sleep", errors)
            && context.GracePeriod is { } grace && (sleep.Seconds <= 0 || sleep.Seconds > grace))
        {
            errors.Invalid(
                path.Child("sleep"),
                sleep.Seconds,
                $"must be greater than 0 and less than terminationGracePeriodSeconds ({grace}). Enable AllowPodLifecycleSleepActionZeroValue feature gate for zero sleep.");
        }

        if (handlers == 0)
            errors.Required(path, "must specify a handler type");
    }

    private static void ValidateExec(ExecAction? exec, ref int handlers, FieldPath path, FieldErrors errors)
    {
        if (exec is not null && IsFirst(ref handlers, path, "exec", errors) && exec.Command is not { Count: > 0 })
            errors.Required(path.Child("exec", "command"));
    }

    private static void ValidateHttp(HTTPGetAction? http, ref int handlers, FieldPath parent, FieldErrors errors)
    {
        if (http is null || !IsFirst(ref handlers, parent, "httpGet", errors))
            return;

        var path = parent.Child("httpGet");
        if (string.IsNullOrEmpty(http.Path))
            errors.Required(path.Child("path"));
        ValidatePort(http.Port, path, errors);
        PodFields.HttpScheme.Check(http.Scheme, path, "scheme", errors);
        foreach (var header in http.HttpHeaders ?? [])
            errors.Invalid(path.Child("httpHeaders"), header.Name ?? "", Keys.HttpHeader(header.Name ?? ""));
    }

    private static void ValidateTcp(TCPSocketAction? tcp, ref int handlers, FieldPath path, FieldErrors errors)
    {
        if (tcp is not null && IsFirst(ref handlers, path, "tcpSocket", errors))
            ValidatePort(tcp.Port, path.Child("tcpSocket"), errors);
    }

    private static void ValidatePort(IntOrString port, FieldPath path, FieldErrors errors)
    {
        if (port.Text is { } name)
            errors.Invalid(path.Child("port"), name, Ports.Name(name));
        else if (!Ports.IsNumber(port.Number))
            errors.Invalid(path.Child("port"), port.Number, Ports.Number(port.Number));
    }

    private static bool IsFirst(ref int handlers, FieldPath path, string name, FieldErrors errors)
    {
        if (handlers++ == 0)
            return true;

        errors.Forbidden(path.Child(name), "may not specify more than 1 handler type");
        return false;
    }

    private static void NotNegative(int value, FieldPath path, string name, FieldErrors errors)
    {
        if (value < 0)
            errors.Invalid(path.Child(name), value, Wording.Negative);
    }
}
