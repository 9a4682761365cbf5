using CloudletK8s.Api.Core.V1.Rules.Resources;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Core.V1.Rules.Nodes;

internal static class NodeValidation
{
    /// <summary>Kubernetes reports the taints of the spec there.</summary>
    internal static readonly FieldPath Taints = FieldPath.Root("metadata").Child("taints");

    public static void Validate(Node node, FieldErrors errors)
    {
        TaintValidation.Validate(node.Spec?.Taints ?? [], Taints, errors);
        ValidateResources(node, errors);
        ValidateNetworks(node.Spec?.PodCIDRs ?? [], FieldPath.Root("spec").Child("podCIDRs"), errors);
    }

    internal static void ValidateResources(Node node, FieldErrors errors)
    {
        ValidateResources(node.Status?.Capacity, "capacity", errors);
        ValidateResources(node.Status?.Allocatable, "allocatable", errors);
    }

    private static void ValidateResources(IReadOnlyDictionary<string, Quantity>? amounts, string list, FieldErrors errors)
    {
        foreach (var (name, amount) in amounts ?? new Dictionary<string, Quantity>())
            ResourceValidation.ValidateAmount(name, amount, FieldPath.Root("status").Child(list, name), errors);
    }

    private static void ValidateNetworks(IReadOnlyList<string> networks, FieldPath path, FieldErrors errors)
    {
        for (var i = 0; i < networks.Count; i++)
            errors.Invalid(path.Index(i), networks[i], IpAddresses.Network(networks[i]));
        if (networks.Count < 2)
            return;

        if (networks.Count > 2 || Is6(networks[0]) == Is6(networks[1]))
            errors.Invalid(path, networks, "may specify no more than one CIDR for each IP family");

        var seen = new HashSet<string>();
        for (var i = 0; i < networks.Count; i++)
        {
            if (!seen.Add(networks[i]))
                errors.Duplicate(path.Index(i), networks[i]);
        }
    }

    private static bool Is6(string network) => network.Contains(':');
}
