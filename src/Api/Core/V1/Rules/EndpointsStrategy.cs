using CloudletK8s.Api.Records;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Core.V1.Rules;

internal sealed class EndpointsStrategy : KindStrategy
{
    private static readonly EnumField Protocols = EnumField.Of<EndpointPort>("protocol");

    public override bool AllowCreateOnUpdate => true;

    public override bool CountsGeneration => false;

    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors) => Validate(obj, errors);

    public override void ValidateUpdate(TreeObject obj, TreeObject old, RuleContext context, FieldErrors errors) => Validate(obj, errors);

    private static void Validate(TreeObject obj, FieldErrors errors)
    {
        var subsets = RecordBinder.Read<Endpoints>(obj).Subsets ?? [];
        for (var i = 0; i < subsets.Count; i++)
            Validate(subsets[i], FieldPath.Root("subsets").Index(i), errors);
    }

    private static void Validate(EndpointSubset subset, FieldPath path, FieldErrors errors)
    {
        if (subset.Addresses is not { Count: > 0 } && subset.NotReadyAddresses is not { Count: > 0 })
            errors.Required(path, "must specify `addresses` or `notReadyAddresses`");

        for (var i = 0; i < subset.Addresses?.Count; i++)
            Validate(subset.Addresses[i], path.Child("addresses").Index(i), errors);
        for (var i = 0; i < subset.NotReadyAddresses?.Count; i++)
            Validate(subset.NotReadyAddresses[i], path.Child("notReadyAddresses").Index(i), errors);
        for (var i = 0; i < subset.Ports?.Count; i++)
            Validate(subset.Ports[i], subset.Ports.Count > 1, path.Child("ports").Index(i), errors);
    }

    private static void Validate(EndpointAddress address, FieldPath path, FieldErrors errors)
    {
        var ip = address.Ip ?? "";
        errors.Invalid(path.Child("ip"), ip, IpAddresses.Address(ip));
        if (address.Hostname is { Length: > 0 } host)
            errors.Invalid(path.Child("hostname"), host, DnsNames.Label(host));
        if (address.NodeName is { } node)
            errors.Invalid(path.Child("nodeName"), node, DnsNames.Subdomain(node));
        SpecialAddresses.Forbid(ip, path.Child("ip"), errors);
    }

    private static void Validate(EndpointPort port, bool needsName, FieldPath path, FieldErrors errors)
    {
        if (port.Name is { Length: > 0 } name)
            errors.Invalid(path.Child("name"), name, DnsNames.Label(name));
        else if (needsName)
            errors.Required(path.Child("name"));

        errors.Invalid(path.Child("port"), port.Port, Ports.Number(port.Port));
        Protocols.CheckRequired(port.Protocol, path, "protocol", errors);
        if (port.AppProtocol is { } protocol)
            errors.Invalid(path.Child("appProtocol"), protocol, QualifiedNames.Name(protocol));
    }
}
