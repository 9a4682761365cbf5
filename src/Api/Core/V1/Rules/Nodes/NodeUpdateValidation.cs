using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Core.V1.Rules.Nodes;

/// <summary>What a node got from the controllers stays: its pod networks and the cloud's name for it.</summary>
internal static class NodeUpdateValidation
{
    private static readonly FieldPath Spec = FieldPath.Root("spec");

    public static void Validate(Node node, Node old, FieldErrors errors)
    {
        NodeValidation.ValidateResources(node, errors);
        ValidateAddresses(node.Status?.Addresses ?? [], errors);
        ValidateNetworks(node.Spec?.PodCIDRs ?? [], old.Spec?.PodCIDRs ?? [], errors);

        if (old.Spec?.ProviderID is { Length: > 0 } provider && provider != node.Spec?.ProviderID)
            errors.Forbidden(Spec.Child("providerID"), "node updates may not change providerID except from \"\" to valid");
        TaintValidation.Validate(node.Spec?.Taints ?? [], NodeValidation.Taints, errors);
        if ((old.Spec?.ExternalID ?? "") != (node.Spec?.ExternalID ?? ""))
            errors.Forbidden(Spec.Child("externalID"), "may not be updated");
    }

    private static void ValidateAddresses(IReadOnlyList<NodeAddress> addresses, FieldErrors errors)
    {
        var seen = new HashSet<NodeAddress>();
        for (var i = 0; i < addresses.Count; i++)
        {
            if (!seen.Add(addresses[i]))
                errors.Duplicate(FieldPath.Root("status").Child("addresses").Index(i), Shown(addresses[i]));
        }
    }

    private static void ValidateNetworks(IReadOnlyList<string> now, IReadOnlyList<string> before, FieldErrors errors)
    {
        const string Message = "node updates may not change podCIDR except from \"\" to valid";
        if (before.Count == 0)
            return;

        if (now.Count != before.Count)
        {
            errors.Forbidden(Spec.Child("podCIDRs"), Message);
            return;
        }

        for (var i = 0; i < now.Count; i++)
        {
            if (now[i] != before[i])
                errors.Forbidden(Spec.Child("podCIDRs"), Message);
        }
    }

    private static TreeObject Shown(NodeAddress address)
    {
        var shown = new TreeObject();
        shown.Set("type", address.Type ?? "");
        shown.Set("address", address.Address ?? "");
        return shown;
    }
}
