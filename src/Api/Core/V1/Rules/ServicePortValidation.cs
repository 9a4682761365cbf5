using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Core.V1.Rules;

internal static class ServicePortValidation
{
    private static readonly EnumField Protocols = EnumField.Of<ServicePort>("protocol");

    public static void Validate(ServiceSpec spec, FieldPath path, FieldErrors errors)
    {
        var ports = spec.Ports ?? [];
        var names = new HashSet<string>();
        for (var i = 0; i < ports.Count; i++)
            Validate(ports[i], path.Index(i), ports.Count > 1, names, errors);
    }

    /// <summary>The checks that Kubernetes makes later, over all ports.</summary>
    public static void ValidateTogether(ServiceSpec spec, FieldPath path, FieldErrors errors)
    {
        var ports = spec.Ports ?? [];
        for (var i = 0; i < ports.Count && spec.Type == "ClusterIP"; i++)
        {
            if (ports[i].NodePort != 0)
                errors.Forbidden(path.Index(i).Child("nodePort"), "may not be used when `type` is 'ClusterIP'");
        }

        var seen = new HashSet<(string?, int)>();
        for (var i = 0; i < ports.Count; i++)
        {
            if (ports[i].NodePort != 0 && !seen.Add((ports[i].Protocol, ports[i].NodePort)))
                errors.Duplicate(path.Index(i).Child("nodePort"), ports[i].NodePort);
        }

        seen.Clear();
        for (var i = 0; i < ports.Count; i++)
        {
            if (!seen.Add((ports[i].Protocol, ports[i].Port)))
                errors.Duplicate(path.Index(i), Key(ports[i]));
        }
    }

    private static void Validate(ServicePort port, FieldPath path, bool needsName, HashSet<string> names, FieldErrors errors)
    {
        var name = port.Name ?? "";
        if (needsName && name.Length == 0)
        {
            errors.Required(path.Child("name"));
        }
        else if (name.Length > 0)
        {
            errors.Invalid(path.Child("name"), name, DnsNames.Label(name));
            if (!names.Add(name))
                errors.Duplicate(path.Child("name"), name);
        }

        errors.Invalid(path.Child("port"), port.Port, Ports.Number(port.Port));
        Protocols.CheckRequired(port.Protocol, path, "protocol", errors);
        if (port.TargetPort.Text is { } targetName)
            errors.Invalid(path.Child("targetPort"), targetName, Ports.Name(targetName));
        else
            errors.Invalid(path.Child("targetPort"), port.TargetPort.Number, Ports.Number(port.TargetPort.Number));
        if (port.AppProtocol is { } protocol)
            errors.Invalid(path.Child("appProtocol"), protocol, QualifiedNames.Name(protocol));
    }

    private static TreeObject Key(ServicePort port)
    {
        var key = new TreeObject();
        key.Set("protocol", port.Protocol ?? "");
        key.Set("port", port.Port);
        return key;
    }
}
