using CloudletK8s.Api.Core.V1.Rules;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Discovery.V1.Rules;

internal static class EndpointSliceValidation
{
    private const int MaxEndpoints = 1000;
    private const int MaxAddresses = 100;
    private const int MaxPorts = 20000;
    private const int MaxTopologyLabels = 16;
    private const int MaxZoneHints = 8;

    private static readonly EnumField AddressTypes = EnumField.OfTexts("FQDN", "IPv4", "IPv6");

    // Slices of a type that can no longer be made may still be updated.
    private static readonly EnumField KeptAddressTypes = EnumField.OfTexts("FQDN", "IP", "IPv4", "IPv6");
    private static readonly EnumField Protocols = EnumField.Of<EndpointPort>("protocol");

    public static void Validate(EndpointSlice slice, bool update, FieldErrors errors)
    {
        var addressType = slice.AddressType ?? "";
        var types = update ? KeptAddressTypes : AddressTypes;
        if (addressType.Length == 0)
            errors.Required(FieldPath.Root("addressType"));
        else if (!types.Has(addressType))
            errors.NotSupported(FieldPath.Root("addressType"), addressType, types.Values);

        ValidateEndpoints(slice.Endpoints ?? [], addressType, FieldPath.Root("endpoints"), errors);
        ValidatePorts(slice.Ports ?? [], FieldPath.Root("ports"), errors);
    }

    private static void ValidateEndpoints(IReadOnlyList<Endpoint> endpoints, string addressType, FieldPath path, FieldErrors errors)
    {
        if (endpoints.Count > MaxEndpoints)
        {
            errors.TooMany(path, endpoints.Count, MaxEndpoints);
            return;
        }

        for (var i = 0; i < endpoints.Count; i++)
            Validate(endpoints[i], addressType, path.Index(i), errors);
    }

    private static void Validate(Endpoint endpoint, string addressType, FieldPath path, FieldErrors errors)
    {
        var addresses = endpoint.Addresses ?? [];
        var addressPath = path.Child("addresses");
        if (addresses.Count == 0)
            errors.Required(addressPath, "must contain at least 1 address");
        else if (addresses.Count > MaxAddresses)
            errors.TooMany(addressPath, addresses.Count, MaxAddresses);

        for (var i = 0; i < addresses.Count; i++)
            ValidateAddress(addresses[i], addressType, addressPath.Index(i), errors);

        if (endpoint.NodeName is { } node)
            errors.Invalid(path.Child("nodeName"), node, DnsNames.Subdomain(node));
        if (endpoint.DeprecatedTopology?.Count > MaxTopologyLabels)
            errors.TooMany(path.Child("deprecatedTopology"), endpoint.DeprecatedTopology.Count, MaxTopologyLabels);
        Labels.Check(endpoint.DeprecatedTopology, path.Child("deprecatedTopology"), errors);
        if (endpoint.Hostname is { } host)
            errors.Invalid(path.Child("hostname"), host, DnsNames.Label(host));
        ValidateHints(endpoint.Hints?.ForZones ?? [], path.Child("hints", "forZones"), errors);
    }

    private static void ValidateAddress(string address, string addressType, FieldPath path, FieldErrors errors)
    {
        switch (addressType)
        {
            case "IPv4":
                errors.Invalid(path, address, IpAddresses.Address4(address));
                SpecialAddresses.Forbid(address, path, errors);
                break;
            case "IPv6":
                errors.Invalid(path, address, IpAddresses.Address6(address));
                SpecialAddresses.Forbid(address, path, errors);
                break;
            case "FQDN":
                DnsNames.FullyQualifiedDomainName(address, path, errors);
                break;
        }
    }

    private static void ValidateHints(IReadOnlyList<ForZone> zones, FieldPath path, FieldErrors errors)
    {
        if (zones.Count > MaxZoneHints)
        {
            errors.TooMany(path, zones.Count, MaxZoneHints);
            return;
        }

        var names = new HashSet<string>();
        for (var i = 0; i < zones.Count; i++)
        {
            var name = zones[i].Name ?? "";
            if (!names.Add(name))
                errors.Duplicate(path.Index(i).Child("name"), name);
            errors.Invalid(path.Index(i).Child("name"), name, QualifiedNames.LabelValue(name));
        }
    }

    private static void ValidatePorts(IReadOnlyList<EndpointPort> ports, FieldPath path, FieldErrors errors)
    {
        if (ports.Count > MaxPorts)
        {
            errors.TooMany(path, ports.Count, MaxPorts);
            return;
        }

        var names = new HashSet<string>();
        for (var i = 0; i < ports.Count; i++)
        {
            var port = ports[i];
            var name = port.Name ?? "";
            if (name.Length > 0)
                errors.Invalid(path.Index(i).Child("name"), name, DnsNames.Label(name));
            if (!names.Add(name))
                errors.Duplicate(path.Index(i).Child("name"), name);
            if (port.Protocol is null)
                errors.Required(path.Index(i).Child("protocol"));
            Protocols.CheckOptional(port.Protocol, path.Index(i), "protocol", errors);
            if (port.AppProtocol is { } protocol)
                errors.Invalid(path.Index(i).Child("appProtocol"), protocol, QualifiedNames.Name(protocol));
        }
    }
}
