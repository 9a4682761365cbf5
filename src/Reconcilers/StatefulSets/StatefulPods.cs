using System.Globalization;
using CloudletK8s.Api.Apps.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Reconcilers.Pods;

namespace CloudletK8s.Reconcilers.StatefulSets;

/// <summary>The pods of a stateful set: made from a template, with a name, a host name and volumes of their own.</summary>
internal static class StatefulPods
{
    public const string RevisionLabel = "controller-revision-hash";
    private const string NameLabel = "statefulset.kubernetes.io/pod-name";
    private const string IndexLabel = "apps.kubernetes.io/pod-index";

    public static string? RevisionOf(Pod pod) => pod.Metadata?.Labels?.GetValueOrDefault(RevisionLabel);

    public static Pod Make(StatefulSet set, PodTemplateSpec? template, string revision, int ordinal)
    {
        var name = Ordinals.PodName(set, ordinal);
        var pod = WithIdentity(set, TemplatePods.Make(set, template, name, set.Metadata!.Name + "-"), ordinal);
        var labels = new Dictionary<string, string>(pod.Metadata!.Labels!, StringComparer.Ordinal) { [RevisionLabel] = revision };
        return pod with
        {
            Metadata = pod.Metadata with { Labels = labels },
            Spec = (pod.Spec ?? new()) with { Hostname = name, Subdomain = set.Spec!.ServiceName, Volumes = Volumes(set, pod, ordinal) },
        };
    }

    /// <summary>The labels that tell pods of the set apart.</summary>
    public static Pod WithIdentity(StatefulSet set, Pod pod, int ordinal) => pod with
    {
        Metadata = pod.Metadata! with
        {
            Labels = new Dictionary<string, string>(pod.Metadata.Labels ?? new Dictionary<string, string>(), StringComparer.Ordinal)
            {
                [NameLabel] = Ordinals.PodName(set, ordinal),
                [IndexLabel] = ordinal.ToString(CultureInfo.InvariantCulture),
            },
        },
    };

    public static bool HasIdentity(Pod pod) => pod.Metadata?.Labels?.GetValueOrDefault(NameLabel) == pod.Metadata?.Name;

    /// <summary>The set's claims take the place of the template's volumes of the same name.</summary>
    private static List<Volume> Volumes(StatefulSet set, Pod pod, int ordinal)
    {
        var templates = set.Spec!.VolumeClaimTemplates ?? [];
        return
        [
            .. templates.Select(template => new Volume
            {
                Name = template.Metadata!.Name,
                PersistentVolumeClaim = new() { ClaimName = StatefulClaims.Name(set, template, ordinal) },
            }),
            .. (pod.Spec?.Volumes ?? []).Where(volume => templates.All(template => template.Metadata!.Name != volume.Name)),
        ];
    }
}
