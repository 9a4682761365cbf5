using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Selectors;

namespace CloudletK8s.Reconcilers.DaemonSets;

/// <summary>Which nodes a daemon set's template asks for; read once for all nodes.</summary>
internal sealed class NodeEligibility
{
    private readonly string _nodeName;
    private readonly LabelRequirements _selector;
    private readonly NodeSelector? _required;
    private readonly IReadOnlyList<Toleration> _tolerations;

    public NodeEligibility(PodTemplateSpec? template)
    {
        var spec = template?.Spec;
        _nodeName = spec?.NodeName ?? "";
        _selector = LabelRequirements.OfLabels(spec?.NodeSelector);
        _required = spec?.Affinity?.NodeAffinity?.RequiredDuringSchedulingIgnoredDuringExecution;
        _tolerations = DaemonTolerations.Of(spec);
    }

    public NodeFit Of(Node node)
    {
        var name = node.Metadata?.Name ?? "";
        if ((_nodeName.Length > 0 && _nodeName != name) || !_selector.Matches(node.Metadata?.Labels)
            || (_required is not null && !NodeSelectors.Matches(_required, node)))
            return default;

        bool keeps = false, ends = false;
        foreach (var taint in node.Spec?.Taints ?? [])
        {
            if (!DaemonTolerations.Keeps(taint) || Tolerations.Tolerate(_tolerations, taint))
                continue;

            keeps = true;
            ends |= DaemonTolerations.Ends(taint);
        }

        return new(!keeps, !ends);
    }
}
