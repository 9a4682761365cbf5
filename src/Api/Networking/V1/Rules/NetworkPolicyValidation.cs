using System.Net;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Networking.V1.Rules;

internal static class NetworkPolicyValidation
{
    private static readonly EnumField Protocols = EnumField.OfTexts("TCP", "UDP", "SCTP");
    private static readonly EnumField PolicyTypes = EnumField.OfTexts("Ingress", "Egress");

    public static void Validate(NetworkPolicySpec spec, FieldPath path, bool allowInvalidValues, FieldErrors errors)
    {
        LabelSelectorValidation.Validate(spec.PodSelector, path.Child("podSelector"), errors, allowInvalidValues);
        for (var i = 0; i < spec.Ingress?.Count; i++)
        {
            ValidatePorts(spec.Ingress[i].Ports, path.Child("ingress").Index(i).Child("ports"), errors);
            ValidatePeers(spec.Ingress[i].From, path.Child("ingress").Index(i).Child("from"), allowInvalidValues, errors);
        }

        for (var i = 0; i < spec.Egress?.Count; i++)
        {
            ValidatePorts(spec.Egress[i].Ports, path.Child("egress").Index(i).Child("ports"), errors);
            ValidatePeers(spec.Egress[i].To, path.Child("egress").Index(i).Child("to"), allowInvalidValues, errors);
        }

        var types = spec.PolicyTypes ?? [];
        if (types.Count > PolicyTypes.Values.Count)
        {
            errors.Invalid(path.Child("policyTypes"), ShownAs.List("networking.PolicyType", types), "may not specify more than two policyTypes");
            return;
        }

        for (var i = 0; i < types.Count; i++)
        {
            if (!PolicyTypes.Has(types[i]))
                errors.NotSupported(path.Child("policyTypes").Index(i), types[i], PolicyTypes.Values);
        }
    }

    private static void ValidatePorts(IReadOnlyList<NetworkPolicyPort>? ports, FieldPath path, FieldErrors errors)
    {
        for (var i = 0; i < ports?.Count; i++)
            ValidatePort(ports[i], path.Index(i), errors);
    }

    private static void ValidatePort(NetworkPolicyPort port, FieldPath path, FieldErrors errors)
    {
        Protocols.CheckOptional(port.Protocol, path, "protocol", errors);
        if (port.Port is not { } wanted)
        {
            if (port.EndPort is not null)
                errors.Invalid(path.Child("endPort"), port.EndPort, "may not be specified when `port` is not specified");
        }
        else if (wanted.IsNumber)
        {
            errors.Invalid(path.Child("port"), wanted.Number, Ports.Number(wanted.Number));
            if (port.EndPort is not { } end)
                return;

            if (end < wanted.Number)
                errors.Invalid(path.Child("endPort"), end, "must be greater than or equal to `port`");
            errors.Invalid(path.Child("endPort"), end, Ports.Number(end));
        }
        else
        {
            if (port.EndPort is not null)
                errors.Invalid(path.Child("endPort"), port.EndPort, "may not be specified when `port` is non-numeric");
            errors.Invalid(path.Child("port"), wanted.Text, Ports.Name(wanted.Text!));
        }
    }

    private static void ValidatePeers(IReadOnlyList<NetworkPolicyPeer>? peers, FieldPath path, bool allowInvalidValues, FieldErrors errors)
    {
        for (var i = 0; i < peers?.Count; i++)
            ValidatePeer(peers[i], path.Index(i), allowInvalidValues, errors);
    }

    private static void ValidatePeer(NetworkPolicyPeer peer, FieldPath path, bool allowInvalidValues, FieldErrors errors)
    {
        LabelSelectorValidation.Validate(peer.PodSelector, path.Child("podSelector"), errors, allowInvalidValues);
        LabelSelectorValidation.Validate(peer.NamespaceSelector, path.Child("namespaceSelector"), errors, allowInvalidValues);
        if (peer.IpBlock is not null)
            ValidateBlock(peer.IpBlock, path.Child("ipBlock"), errors);

        var selects = peer.PodSelector is not null || peer.NamespaceSelector is not null;
        if (!selects && peer.IpBlock is null)
            errors.Required(path, "must specify a peer");
        else if (selects && peer.IpBlock is not null)
            errors.Forbidden(path, "may not specify both ipBlock and another peer");
    }

    private static void ValidateBlock(IPBlock block, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(block.Cidr))
        {
            errors.Required(path.Child("cidr"));
            return;
        }

        errors.Invalid(path.Child("cidr"), block.Cidr, IpAddresses.Network(block.Cidr));
        if (!IpAddresses.TryParseNetwork(block.Cidr, out var network, out var length))
            return;

        for (var i = 0; i < block.Except?.Count; i++)
        {
            var except = block.Except[i];
            errors.Invalid(path.Child("except").Index(i), except, IpAddresses.Network(except));
            if (!IpAddresses.TryParseNetwork(except, out var inner, out var innerLength))
                return;
            if (innerLength <= length || !Contains(network, length, inner))
                errors.Invalid(path.Child("except").Index(i), except, "must be a strict subset of `cidr`");
        }
    }

    private static bool Contains(IPAddress network, int length, IPAddress address)
    {
        if (network.AddressFamily != address.AddressFamily)
            return false;

        var left = network.GetAddressBytes();
        var right = address.GetAddressBytes();
        for (var bit = 0; bit < length; bit++)
        {
            if (((left[bit / 8] ^ right[bit / 8]) & (0x80 >> (bit % 8))) != 0)
                return false;
        }

        return true;
    }
}
