using CloudletK8s.Api.Trees;

namespace CloudletK8s.ApiServer.Admission.PodSecurity;

/// <summary>What a pod has to give up to be as safe as a pod can be.</summary>
internal static class RestrictedChecks
{
    private static readonly string[] Volumes = ["configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "image", "persistentVolumeClaim", "projected", "secret"];

    /// <summary>The minor versions of Kubernetes 1 that brought the checks.</summary>
    public const int CapabilitiesSince = 22;
    public const int SeccompSince = 19;
    private const int PrivilegeEscalationSince = 8;
    private const int RootUserSince = 23;
    private const int WindowsExemptSince = 25;

    public static IEnumerable<SecurityViolation?> Of(CheckedPod pod, int minor)
    {
        var linux = !pod.IsWindows || minor < WindowsExemptSince;
        if (linux && minor >= PrivilegeEscalationSince)
            yield return PrivilegeEscalation(pod);
        if (linux && minor >= CapabilitiesSince)
            yield return Capabilities(pod);
        yield return VolumeTypes(pod);
        yield return NonRoot(pod);
        if (minor >= RootUserSince)
            yield return RootUser(pod);
        if (linux && minor >= SeccompSince)
            yield return Seccomp(pod);
    }

    private static SecurityViolation? PrivilegeEscalation(CheckedPod pod)
    {
        var names = pod.NamesWhere(security => security.Flag("allowPrivilegeEscalation") != false);
        return names.Count == 0
            ? null
            : new("allowPrivilegeEscalation != false", $"{CheckedPod.Say("container", names)} must set securityContext.allowPrivilegeEscalation=false");
    }

    private static SecurityViolation? Capabilities(CheckedPod pod)
    {
        var problems = new List<string>();
        var keeping = pod.NamesWhere(security => security.Object("capabilities")?.List("drop")?.Texts().Contains("ALL") != true);
        if (keeping.Count > 0)
            problems.Add($"{CheckedPod.Say("container", keeping)} must set securityContext.capabilities.drop=[\"ALL\"]");
        var adding = pod.NamesWhere(security => Added(security).Any());
        var added = pod.Containers.SelectMany(container => Added(container.Object("securityContext") ?? [])).Distinct().Order(StringComparer.Ordinal);
        if (adding.Count > 0)
            problems.Add($"{CheckedPod.Say("container", adding)} must not include {CheckedPod.Quoted(added)} in securityContext.capabilities.add");
        return problems.Count == 0 ? null : new("unrestricted capabilities", string.Join("; ", problems));
    }

    private static IEnumerable<string> Added(TreeObject security) =>
        (security.Object("capabilities")?.List("add")?.Texts() ?? []).Where(capability => capability != "NET_BIND_SERVICE");

    private static SecurityViolation? VolumeTypes(CheckedPod pod)
    {
        List<(string Name, string Type)> bad =
        [
            .. from volume in pod.Volumes
               let type = volume.Names.FirstOrDefault(name => name != "name")
               where type is not null && !Volumes.Contains(type)
               select (CheckedPod.Name(volume), type),
        ];
        if (bad.Count == 0)
            return null;

        List<string> types = [.. bad.Select(pair => pair.Type).Distinct().Order(StringComparer.Ordinal)];
        return new(
            "restricted volume types",
            $"{CheckedPod.Say("volume", [.. bad.Select(pair => pair.Name)])} {(bad.Count == 1 ? "uses" : "use")} {CheckedPod.Say("restricted volume type", types)}");
    }

    private static SecurityViolation? NonRoot(CheckedPod pod)
    {
        var problems = new List<string>();
        var onPod = pod.Security.Flag("runAsNonRoot");
        var explicitly = pod.NamesWhere(security => security.Flag("runAsNonRoot") == false);
        if (onPod == false)
            problems.Add("pod");
        if (explicitly.Count > 0)
            problems.Add(CheckedPod.Say("container", explicitly));
        if (problems.Count > 0)
            return new("runAsNonRoot != true", $"{string.Join(" and ", problems)} must not set securityContext.runAsNonRoot=false");

        var silent = pod.NamesWhere(security => security.Flag("runAsNonRoot") is null);
        return onPod == true || silent.Count == 0
            ? null
            : new("runAsNonRoot != true", $"pod or {CheckedPod.Say("container", silent)} must set securityContext.runAsNonRoot=true");
    }

    private static SecurityViolation? RootUser(CheckedPod pod)
    {
        var who = new List<string>();
        if (pod.Security.Whole("runAsUser") == 0)
            who.Add("pod");
        var names = pod.NamesWhere(security => security.Whole("runAsUser") == 0);
        if (names.Count > 0)
            who.Add(CheckedPod.Say("container", names));
        return who.Count == 0 ? null : new("runAsUser=0", $"{string.Join(" and ", who)} must not set runAsUser=0");
    }

    private static SecurityViolation? Seccomp(CheckedPod pod)
    {
        var onPod = pod.Security.Object("seccompProfile")?.Text("type");
        var problems = new List<string>();
        if (onPod is not (null or "RuntimeDefault" or "Localhost"))
            problems.Add($"pod must not set securityContext.seccompProfile.type to \"{onPod}\"");
        var explicitly = pod.NamesWhere(security => security.Object("seccompProfile")?.Text("type") is not (null or "RuntimeDefault" or "Localhost"));
        if (explicitly.Count > 0)
            problems.Add($"{CheckedPod.Say("container", explicitly)} must not set securityContext.seccompProfile.type to \"Unconfined\"");
        var silent = pod.NamesWhere(security => security.Object("seccompProfile") is null);
        if (onPod is null && silent.Count > 0)
            problems.Add($"pod or {CheckedPod.Say("container", silent)} must set securityContext.seccompProfile.type to \"RuntimeDefault\" or \"Localhost\"");
        return problems.Count == 0 ? null : new("seccompProfile", string.Join("; ", problems));
    }
}
