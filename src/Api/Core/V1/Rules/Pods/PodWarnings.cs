using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Core.V1.Rules.Pods;

/// <summary>What is allowed in pods and templates but probably not meant.</summary>
public static class PodWarnings
{
    private static readonly (string Key, string Message)[] OldAnnotations =
    [
        ("scheduler.alpha.kubernetes.io/critical-pod", "non-functional in v1.16+; use the \"priorityClassName\" field instead"),
        ("security.alpha.kubernetes.io/sysctls", "non-functional in v1.11+; use the \"sysctls\" field instead"),
        ("security.alpha.kubernetes.io/unsafe-sysctls", "non-functional in v1.11+; use the \"sysctls\" field instead"),
    ];

    private static readonly (string Source, string Message)[] OldVolumes =
    [
        ("photonPersistentDisk", "deprecated in v1.11, non-functional in v1.16+"),
        ("gitRepo", "deprecated in v1.11"),
        ("scaleIO", "deprecated in v1.16, non-functional in v1.22+"),
        ("flocker", "deprecated in v1.22, non-functional in v1.25+"),
        ("storageos", "deprecated in v1.22, non-functional in v1.25+"),
        ("quobyte", "deprecated in v1.22, non-functional in v1.25+"),
        ("glusterfs", "deprecated in v1.25, non-functional in v1.26+"),
        ("cephfs", "deprecated in v1.28, non-functional in v1.31+"),
        ("rbd", "deprecated in v1.28, non-functional in v1.31+"),
    ];

    /// <param name="template">Where the template stands ("spec.template"); null for a pod.</param>
    public static void Collect(TreeObject? spec, TreeObject? metadata, string? template, IList<string> warnings)
    {
        if (spec is null)
            return;

        var root = template is null ? "" : template + ".";
        var path = root + "spec";
        var annotations = metadata?.Object("annotations");
        PodPlacementWarnings.Collect(spec, path, warnings);
        foreach (var (key, message) in OldAnnotations)
        {
            if (annotations?.Has(key) == true)
                warnings.Add($"{root}metadata.annotations[{key}]: {message}");
        }

        WarnOfVolumes(spec.List("volumes"), path, warnings);
        WarnOfRepeated(spec.List("hostAliases"), "ip", $"{path}.hostAliases", warnings);
        WarnOfRepeated(spec.List("imagePullSecrets"), "name", $"{path}.imagePullSecrets", warnings);
        WarnOfNameless(spec.List("imagePullSecrets"), $"{path}.imagePullSecrets", warnings);
        WarnOfFractions(spec.Object("overhead"), $"{path}.overhead", warnings);
        WarnOfPodSeccomp(spec, annotations, root, warnings);

        var ports = new PortWarnings(warnings);
        foreach (var (container, at) in Containers(spec, path))
            WarnOfContainer(container, at, spec, annotations, template, root, warnings);
        foreach (var (container, at) in Containers(spec, path))
            ports.Add(container.List("ports"), at);

        if (spec.Whole("terminationGracePeriodSeconds") < 0)
            warnings.Add($"{path}.terminationGracePeriodSeconds: must be >= 0; negative values are invalid and will be treated as 1");
        PodPlacementWarnings.CollectAffinity(spec, path, warnings);
    }

    private static IEnumerable<(TreeObject Container, string Path)> Containers(TreeObject spec, string path)
    {
        foreach (var list in (string[])["initContainers", "containers", "ephemeralContainers"])
        {
            var containers = spec.List(list);
            for (var i = 0; i < containers?.Count; i++)
            {
                if (containers[i] is TreeObject container)
                    yield return (container, $"{path}.{list}[{i}]");
            }
        }
    }

    private static void WarnOfContainer(
        TreeObject container, string path, TreeObject spec, TreeObject? annotations, string? template, string root, IList<string> warnings)
    {
        var name = container.Text("name");
        var security = container.Object("securityContext");
        var seccomp = PodAnnotations.SeccompContainerPrefix + name;
        if (security?.Has("seccompProfile") != true && annotations?.Has(seccomp) == true)
            warnings.Add($"{root}metadata.annotations[{seccomp}]: non-functional in v1.27+; use the \"seccompProfile\" field instead");

        // A pod's own AppArmor annotations are warned of when they are carried over.
        var appArmor = PodAnnotations.AppArmorPrefix + name;
        if (template is not null && annotations?.Has(appArmor) == true && security?.Has("appArmorProfile") != true
            && spec.Object("securityContext")?.Has("appArmorProfile") != true)
            warnings.Add($"{root}metadata.annotations[{appArmor}]: deprecated since v1.30; use the \"appArmorProfile\" field instead");

        var resources = container.Object("resources");
        WarnOfFraction(resources?.Object("limits"), "memory", $"{path}.resources.limits", warnings);
        WarnOfFraction(resources?.Object("requests"), "memory", $"{path}.resources.requests", warnings);
        WarnOfFraction(resources?.Object("limits"), "ephemeral-storage", $"{path}.resources.limits", warnings);
        WarnOfFraction(resources?.Object("requests"), "ephemeral-storage", $"{path}.resources.requests", warnings);
        WarnOfHiddenVariables(container.List("env"), $"{path}.env", warnings);
    }

    /// <summary>A variable may be defined again in terms of itself only.</summary>
    private static void WarnOfHiddenVariables(TreeList? variables, string path, IList<string> warnings)
    {
        if (variables is null || variables.Count < 2)
            return;

        var seen = new HashSet<string>(variables.Count);
        for (var i = 0; i < variables.Count; i++)
        {
            if (variables[i] is not TreeObject variable || variable.Text("name") is not { } name || seen.Add(name))
                continue;

            var value = variable.Text("value") ?? "";
            var reference = $"$({name})";
            if (variable.Has("valueFrom") || value == reference || !value.Contains(reference, StringComparison.Ordinal))
                warnings.Add($"{path}[{i}]: hides previous definition of \"{name}\", which may be dropped when using apply");
        }
    }

    private static void WarnOfVolumes(TreeList? volumes, string path, IList<string> warnings)
    {
        for (var i = 0; i < volumes?.Count; i++)
        {
            if (volumes[i] is not TreeObject volume)
                continue;

            foreach (var (source, message) in OldVolumes)
            {
                if (volume.Has(source))
                    warnings.Add($"{path}.volumes[{i}].{(source == "storageos" ? "storageOS" : source)}: {message}");
            }
        }
    }

    private static void WarnOfRepeated(TreeList? items, string key, string path, IList<string> warnings)
    {
        if (items is null || items.Count < 2)
            return;

        var seen = new HashSet<string>();
        for (var i = 0; i < items.Count; i++)
        {
            var value = (items[i] as TreeObject)?.Text(key) ?? "";
            if (!seen.Add(value))
                warnings.Add($"{path}[{i}].{key}: duplicate {key} \"{value}\"");
        }
    }

    private static void WarnOfNameless(TreeList? items, string path, IList<string> warnings)
    {
        for (var i = 0; i < items?.Count; i++)
        {
            if (string.IsNullOrEmpty((items[i] as TreeObject)?.Text("name")))
                warnings.Add($"{path}[{i}].name: invalid empty name \"\"");
        }
    }

    private static void WarnOfPodSeccomp(TreeObject spec, TreeObject? annotations, string root, IList<string> warnings)
    {
        if (annotations?.Has(PodAnnotations.SeccompPod) == true && spec.Object("securityContext")?.Has("seccompProfile") != true)
            warnings.Add($"{root}metadata.annotations[{PodAnnotations.SeccompPod}]: non-functional in v1.27+; use the \"seccompProfile\" field instead");
    }

    private static void WarnOfFractions(TreeObject? amounts, string path, IList<string> warnings)
    {
        WarnOfFraction(amounts, "memory", path, warnings);
        WarnOfFraction(amounts, "ephemeral-storage", path, warnings);
    }

    private static void WarnOfFraction(TreeObject? amounts, string name, string path, IList<string> warnings)
    {
        if (amounts?.Text(name) is { } text && Quantity.TryParse(text, out var amount) && amount.MilliValue() % 1000 != 0)
            warnings.Add($"{path}[{name}]: fractional byte value \"{text}\" is invalid, must be an integer");
    }
}
