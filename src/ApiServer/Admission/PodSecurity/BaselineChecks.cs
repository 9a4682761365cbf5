using CloudletK8s.Api.Trees;

namespace CloudletK8s.ApiServer.Admission.PodSecurity;

/// <summary>What no ordinary pod needs.</summary>
internal static class BaselineChecks
{
    private static readonly string[] Capabilities =
    [
        "AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "NET_BIND_SERVICE", "SETFCAP", "SETGID", "SETPCAP", "SETUID", "SYS_CHROOT",
    ];

    private static readonly Harmless[] Sysctls =
    [
        new("kernel.shm_rmid_forced"), new("net.ipv4.ip_local_port_range"), new("net.ipv4.tcp_syncookies"), new("net.ipv4.ping_group_range"),
        new("net.ipv4.ip_unprivileged_port_start"), new("net.ipv4.ip_local_reserved_ports", 27), new("net.ipv4.tcp_keepalive_time", 29),
        new("net.ipv4.tcp_fin_timeout", 29), new("net.ipv4.tcp_keepalive_intvl", 29), new("net.ipv4.tcp_keepalive_probes", 29),
        new("net.ipv4.tcp_rmem", 32), new("net.ipv4.tcp_wmem", 32),
    ];

    private static readonly Harmless[] SelinuxTypes = [new(""), new("container_t"), new("container_init_t"), new("container_kvm_t"), new("container_engine_t", 31)];

    /// <param name="alone">False under the restricted level, whose own checks say more about some of this.</param>
    public static IEnumerable<SecurityViolation?> Of(CheckedPod pod, int minor, bool alone)
    {
        yield return AppArmor(pod);
        if (alone || minor < RestrictedChecks.CapabilitiesSince)
            yield return AddedCapabilities(pod);
        yield return HostNamespaces(pod);
        if (alone)
            yield return HostPaths(pod);
        yield return HostPorts(pod);
        yield return Privileged(pod);
        yield return ProcMount(pod);
        yield return Selinux(pod, minor);
        if (alone && minor >= RestrictedChecks.SeccompSince)
            yield return Seccomp(pod);
        yield return ForbiddenSysctls(pod, minor);
        yield return HostProcess(pod);
    }

    private static SecurityViolation? HostNamespaces(CheckedPod pod)
    {
        string[] shared = [.. new[] { "hostNetwork", "hostPID", "hostIPC" }.Where(name => pod.Spec.Flag(name) == true).Select(name => $"{name}=true")];
        return shared.Length == 0 ? null : new("host namespaces", string.Join(", ", shared));
    }

    private static SecurityViolation? Privileged(CheckedPod pod)
    {
        var names = pod.NamesWhere(security => security.Flag("privileged") == true);
        return names.Count == 0 ? null : new("privileged", $"{CheckedPod.Say("container", names)} must not set securityContext.privileged=true");
    }

    private static SecurityViolation? AddedCapabilities(CheckedPod pod)
    {
        var names = pod.NamesWhere(security => Added(security).Any());
        var added = pod.Containers.SelectMany(container => Added(container.Object("securityContext") ?? [])).Distinct().Order(StringComparer.Ordinal);
        return names.Count == 0
            ? null
            : new("non-default capabilities", $"{CheckedPod.Say("container", names)} must not include {CheckedPod.Quoted(added)} in securityContext.capabilities.add");
    }

    private static IEnumerable<string> Added(TreeObject security) =>
        (security.Object("capabilities")?.List("add")?.Texts() ?? []).Where(capability => !Capabilities.Contains(capability));

    private static SecurityViolation? HostPaths(CheckedPod pod)
    {
        List<string> names = [.. pod.Volumes.Where(volume => volume.Has("hostPath")).Select(CheckedPod.Name)];
        return names.Count == 0 ? null : new("hostPath volumes", CheckedPod.Say("volume", names));
    }

    private static SecurityViolation? HostPorts(CheckedPod pod)
    {
        List<string> names = [.. pod.Containers.Where(container => Ports(container).Any()).Select(CheckedPod.Name)];
        List<long> ports = [.. pod.Containers.SelectMany(Ports).Distinct().Order()];
        if (names.Count == 0)
            return null;

        var verb = names.Count == 1 ? "uses" : "use";
        return new("hostPort", $"{CheckedPod.Say("container", names)} {verb} hostPort{(ports.Count == 1 ? "" : "s")} {string.Join(", ", ports)}");
    }

    private static IEnumerable<long> Ports(TreeObject container) =>
        (container.List("ports")?.Objects() ?? []).Select(port => port.Whole("hostPort") ?? 0).Where(port => port != 0);

    private static SecurityViolation? AppArmor(CheckedPod pod)
    {
        var problems = new List<string>();
        if (pod.Security.Object("appArmorProfile")?.Text("type") is { } type and not ("RuntimeDefault" or "Localhost"))
            problems.Add($"pod must not set AppArmor profile type to \"{type}\"");
        var names = pod.NamesWhere(security => security.Object("appArmorProfile")?.Text("type") is not (null or "RuntimeDefault" or "Localhost"));
        if (names.Count > 0)
            problems.Add($"{CheckedPod.Say("container", names)} must not set AppArmor profile type to \"Unconfined\"");
        foreach (var (name, value) in pod.Annotations)
        {
            if (name.StartsWith("container.apparmor.security.beta.kubernetes.io/", StringComparison.Ordinal)
                && value.ToString() is { Length: > 0 } profile && profile != "runtime/default" && !profile.StartsWith("localhost/", StringComparison.Ordinal))
            {
                problems.Add($"annotation \"{name}\" must not be \"{profile}\"");
            }
        }

        return problems.Count == 0 ? null : new(problems.Count == 1 ? "forbidden AppArmor profile" : "forbidden AppArmor profiles", string.Join(", ", problems));
    }

    private static SecurityViolation? ProcMount(CheckedPod pod)
    {
        var names = pod.NamesWhere(security => security.Text("procMount") is not (null or "" or "Default"));
        var mounts = pod.Containers.Select(container => container.Object("securityContext")?.Text("procMount") ?? "").Where(mount => mount is not ("" or "Default")).Distinct();
        return names.Count == 0 ? null : new("procMount", $"{CheckedPod.Say("container", names)} must not set securityContext.procMount to {CheckedPod.Quoted(mounts)}");
    }

    private static SecurityViolation? Selinux(CheckedPod pod, int minor)
    {
        var names = pod.NamesWhere(security => IsForbidden(security.Object("seLinuxOptions"), minor));
        var onPod = IsForbidden(pod.Security.Object("seLinuxOptions"), minor);
        if (names.Count == 0 && !onPod)
            return null;

        var options = pod.Containers.Select(container => container.Object("securityContext", "seLinuxOptions")).Prepend(pod.Security.Object("seLinuxOptions"))
            .OfType<TreeObject>().ToList();
        var problems = new List<string>();
        List<string> types = [.. options.Select(option => option.Text("type") ?? "").Where(type => !Harmless.Has(SelinuxTypes, type, minor)).Distinct()];
        if (types.Count > 0)
            problems.Add($"type{(types.Count == 1 ? "" : "s")} {CheckedPod.Quoted(types)}");
        if (options.Any(option => option.Text("user") is { Length: > 0 }))
            problems.Add("user may not be set");
        if (options.Any(option => option.Text("role") is { Length: > 0 }))
            problems.Add("role may not be set");
        var who = string.Join(" and ", new[] { onPod ? "pod" : null, names.Count > 0 ? CheckedPod.Say("container", names) : null }.OfType<string>());
        return new("seLinuxOptions", $"{who} set forbidden securityContext.seLinuxOptions: {string.Join("; ", problems)}");
    }

    private static bool IsForbidden(TreeObject? options, int minor) => options is not null
        && (!Harmless.Has(SelinuxTypes, options.Text("type") ?? "", minor) || options.Text("user") is { Length: > 0 } || options.Text("role") is { Length: > 0 });

    private static SecurityViolation? Seccomp(CheckedPod pod)
    {
        var problems = new List<string>();
        if (pod.Security.Object("seccompProfile")?.Text("type") == "Unconfined")
            problems.Add("pod must not set securityContext.seccompProfile.type to \"Unconfined\"");
        var names = pod.NamesWhere(security => security.Object("seccompProfile")?.Text("type") == "Unconfined");
        if (names.Count > 0)
            problems.Add($"{CheckedPod.Say("container", names)} must not set securityContext.seccompProfile.type to \"Unconfined\"");
        return problems.Count == 0 ? null : new("seccompProfile", string.Join("; ", problems));
    }

    private static SecurityViolation? ForbiddenSysctls(CheckedPod pod, int minor)
    {
        List<string> names = [.. (pod.Security.List("sysctls")?.Objects() ?? []).Select(CheckedPod.Name).Where(name => !Harmless.Has(Sysctls, name, minor))];
        return names.Count == 0 ? null : new(names.Count == 1 ? "forbidden sysctl" : "forbidden sysctls", string.Join(", ", names));
    }

    private static SecurityViolation? HostProcess(CheckedPod pod)
    {
        var problems = new List<string>();
        if (IsSet(pod.Security))
            problems.Add("pod must not set securityContext.windowsOptions.hostProcess=true");
        var names = pod.NamesWhere(IsSet);
        if (names.Count > 0)
            problems.Add($"{CheckedPod.Say("container", names)} must not set securityContext.windowsOptions.hostProcess=true");
        return problems.Count == 0 ? null : new("hostProcess", string.Join(", ", problems));

        static bool IsSet(TreeObject security) => security.Object("windowsOptions")?.Flag("hostProcess") == true;
    }
}
