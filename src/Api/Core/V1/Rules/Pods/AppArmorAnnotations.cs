using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Core.V1.Rules.Pods;

/// <summary>Carries AppArmor profiles from the annotations of old into the containers' fields.</summary>
internal static class AppArmorAnnotations
{
    public static void Apply(TreeObject pod, RuleContext context)
    {
        if (pod.Object("metadata", "annotations") is not { } annotations || pod.Object("spec") is not { } spec || !HasAny(annotations))
            return;
        if (spec.Object("os")?.Text("name") == "windows")
            return;

        var ofPod = spec.Object("securityContext")?.Object("appArmorProfile");
        foreach (var list in (ReadOnlySpan<string>)["initContainers", "containers", "ephemeralContainers"])
        {
            foreach (var container in spec.List(list)?.Objects() ?? [])
                Apply(container, annotations, ofPod, context);
        }
    }

    private static void Apply(TreeObject container, TreeObject annotations, TreeObject? ofPod, RuleContext context)
    {
        var key = PodAnnotations.AppArmorPrefix + container.Text("name");
        if (annotations.Text(key) is not { } annotation || container.Object("securityContext")?.Has("appArmorProfile") == true)
            return;

        var profile = ProfileOf(annotation);
        if (profile is not null && profile.SameAs(ofPod))
            return;

        if (profile is not null)
            container.ObjectOrNew("securityContext").Set("appArmorProfile", profile);
        context.Warnings.Add($"metadata.annotations[{key}]: deprecated since v1.30; use the \"appArmorProfile\" field instead");
    }

    private static bool HasAny(TreeObject annotations)
    {
        foreach (var (key, _) in annotations)
        {
            if (PodAnnotations.IsAppArmor(key))
                return true;
        }

        return false;
    }

    private static TreeObject? ProfileOf(string annotation)
    {
        var profile = new TreeObject(2);
        if (annotation == PodAnnotations.Unconfined)
        {
            profile.Set("type", "Unconfined");
        }
        else if (annotation == PodAnnotations.RuntimeDefault)
        {
            profile.Set("type", "RuntimeDefault");
        }
        else if (annotation.StartsWith(PodAnnotations.LocalhostPrefix, StringComparison.Ordinal))
        {
            var file = annotation[PodAnnotations.LocalhostPrefix.Length..];
            if (file.Length == 0 || file.Trim() != file || Wording.IsLonger(file, 4095))
                return null;
            profile.Set("type", "Localhost");
            profile.Set("localhostProfile", file);
        }
        else
        {
            return null;
        }

        return profile;
    }
}
