using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Core.V1.Rules.Resources;
using CloudletK8s.Api.Core.V1.Rules.Volumes;

namespace CloudletK8s.Api.Core.V1.Rules.Pods;

/// <summary>The rules of pod specs, in pods as in templates.</summary>
public static class PodSpecValidation
{
    private const long LongestDeadlineSeconds = int.MaxValue;

    /// <param name="podName">The pod's name where the spec is a pod's: claims of ephemeral volumes are named after it.</param>
    public static void Validate(PodSpec spec, FieldPath path, PodRuleOptions options, FieldErrors errors, string? podName = null)
    {
        if (spec.TerminationGracePeriodSeconds is null)
            errors.Required(path.Child("terminationGracePeriodSeconds"));

        var volumes = VolumeValidation.Validate(spec.Volumes, podName, path.Child("volumes"), options, errors);
        PodResourceClaimValidation.Validate(spec.ResourceClaims, path, errors);
        ContainerListValidation.Validate(new(spec, volumes, options, errors), path);
        if (spec.Resources is not null)
            PodLevelResourceValidation.Validate(spec, path.Child("resources"), options, errors);

        ValidateHostPorts(spec, path, options, errors);
        PodFields.RestartPolicy.CheckRequired(spec.RestartPolicy, path, "restartPolicy", errors);
        PodFields.DnsPolicy.CheckRequired(spec.DnsPolicy, path, "dnsPolicy", errors);
        if (spec.NodeSelector is { Count: > 0 } selector)
            Labels.Check(selector, path.Child("nodeSelector"), errors);
        if (spec.SecurityContext is { } security)
            PodSecurityContextValidation.Validate(security, spec, path.Child("securityContext"), options, errors);
        if (spec.Affinity is { } affinity)
            AffinityValidation.Validate(affinity, path.Child("affinity"), options, errors);

        DnsConfigValidation.Validate(spec.DnsConfig, spec.DnsPolicy, path, errors);
        ValidateGates(spec, path, errors);
        TopologySpreadValidation.Validate(spec.TopologySpreadConstraints, path, options, errors);
        WindowsValidation.ValidateHostProcess(spec, path, errors);
        ValidateHostUsers(spec, path, errors);
        ValidateNames(spec, path, errors);
        if (spec.Overhead is { } overhead)
            ResourceValidation.Validate(new ResourceRequirements { Limits = overhead }, null, path.Child("overhead"), options.AllowIndivisibleHugePages, errors);
        if (spec.Os is not null)
            OperatingSystemValidation.Validate(spec, path, errors);
    }

    private static void ValidateNames(PodSpec spec, FieldPath path, FieldErrors errors)
    {
        Check(spec.ServiceAccountName, DnsNames.Subdomain, "serviceAccountName", path, errors);
        Check(spec.NodeName, DnsNames.Subdomain, "nodeName", path, errors);
        if (spec.ActiveDeadlineSeconds is < 1 or > LongestDeadlineSeconds)
            errors.Invalid(path.Child("activeDeadlineSeconds"), spec.ActiveDeadlineSeconds, Wording.Range(1, LongestDeadlineSeconds));

        Check(spec.Hostname, DnsNames.Label, "hostname", path, errors);
        Check(spec.Subdomain, DnsNames.Label, "subdomain", path, errors);
        if (spec.Tolerations is { Count: > 0 } tolerations)
            TolerationValidation.Validate(tolerations, path.Child("tolerations"), errors);
        if (spec.HostAliases is { Count: > 0 } aliases)
            ValidateHostAliases(aliases, path.Child("hostAliases"), errors);

        Check(spec.PriorityClassName, DnsNames.Subdomain, "priorityClassName", path, errors);
        if (spec.RuntimeClassName is { } runtime && DnsNames.Subdomain(runtime) is { Count: > 0 } wrong)
            errors.Invalid(path.Child("runtimeClassName"), runtime, wrong);
        if (spec.PreemptionPolicy is { } preemption)
            PodFields.PreemptionPolicy.CheckRequired(preemption, path, "preemptionPolicy", errors);
    }

    private static void Check(string? value, Func<string, IReadOnlyList<string>> check, string name, FieldPath path, FieldErrors errors)
    {
        if (!string.IsNullOrEmpty(value) && check(value) is { Count: > 0 } messages)
            errors.Invalid(path.Child(name), value, messages);
    }

    /// <summary>On the host's network a container's port is the host's port.</summary>
    private static void ValidateHostPorts(PodSpec spec, FieldPath path, PodRuleOptions options, FieldErrors errors)
    {
        if (!spec.HostNetwork)
            return;

        var containers = spec.Containers ?? [];
        for (var i = 0; i < containers.Count; i++)
        {
            var ports = containers[i].Ports ?? [];
            for (var j = 0; j < ports.Count; j++)
            {
                var host = ports[j].HostPort;
                if ((options.IsPod || host != 0) && host != ports[j].ContainerPortValue)
                {
                    errors.Invalid(
                        path.Child("containers").Index(i).Child("ports").Index(j).Child("hostPort"),
                        host,
                        "must match `containerPort` when `hostNetwork` is true");
                }
            }
        }
    }

    private static void ValidateGates(PodSpec spec, FieldPath path, FieldErrors errors)
    {
        for (var i = 0; i < spec.ReadinessGates?.Count; i++)
        {
            var type = spec.ReadinessGates[i].ConditionType ?? "";
            if (QualifiedNames.Name(type) is { Count: > 0 } wrong)
                errors.Invalid(path.Child("readinessGates").Index(i).Child("conditionType"), type, wrong);
        }

        var seen = default(Seen);
        for (var i = 0; i < spec.SchedulingGates?.Count; i++)
        {
            var name = spec.SchedulingGates[i].Name ?? "";
            if (QualifiedNames.Name(name) is { Count: > 0 } wrong)
                errors.Invalid(path.Child("schedulingGates").Index(i), name, wrong);
            if (!seen.Add(name))
                errors.Duplicate(path.Child("schedulingGates").Index(i), name);
        }
    }

    private static void ValidateHostAliases(IReadOnlyList<HostAlias> aliases, FieldPath path, FieldErrors errors)
    {
        for (var i = 0; i < aliases.Count; i++)
        {
            errors.Invalid(path.Index(i).Child("ip"), aliases[i].Ip ?? "", IpAddresses.Address(aliases[i].Ip ?? ""));
            var names = aliases[i].Hostnames ?? [];
            for (var j = 0; j < names.Count; j++)
            {
                if (DnsNames.Subdomain(names[j]) is { Count: > 0 } wrong)
                    errors.Invalid(path.Index(i).Child("hostnames").Index(j), names[j], wrong);
            }
        }
    }

    private static void ValidateHostUsers(PodSpec spec, FieldPath path, FieldErrors errors)
    {
        const string Detail = "when `pod.Spec.HostUsers` is false";
        if (spec.HostUsers != false)
            return;

        if (spec.HostNetwork)
            errors.Forbidden(path.Child("hostNetwork"), Detail);
        if (spec.HostPID)
            errors.Forbidden(path.Child("HostPID"), Detail);
        if (spec.HostIPC)
            errors.Forbidden(path.Child("HostIPC"), Detail);
    }
}
