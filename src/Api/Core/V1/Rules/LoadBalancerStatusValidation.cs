using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Core.V1.Rules;

internal static class LoadBalancerStatusValidation
{
    private static readonly EnumField Modes = EnumField.OfTexts("Proxy", "VIP");

    public static void Validate(LoadBalancerStatus? status, ServiceSpec spec, FieldPath path, FieldErrors errors)
    {
        var ingress = status?.Ingress ?? [];
        if (ingress.Count > 0 && spec.Type != "LoadBalancer")
        {
            errors.Forbidden(path.Child("ingress"), "may only be used when `spec.type` is 'LoadBalancer'");
            return;
        }

        for (var i = 0; i < ingress.Count; i++)
            Validate(ingress[i], path.Child("ingress").Index(i), errors);
    }

    private static void Validate(LoadBalancerIngress ingress, FieldPath path, FieldErrors errors)
    {
        var address = ingress.Ip ?? "";
        if (address.Length > 0)
            errors.Invalid(path.Child("ip"), address, IpAddresses.Address(address));

        if (ingress.IpMode is null && address.Length > 0)
            errors.Required(path.Child("ipMode"), "must be specified when `ip` is set");
        else if (ingress.IpMode is not null && address.Length == 0)
            errors.Forbidden(path.Child("ipMode"), "may not be specified when `ip` is not set");
        else
            Modes.CheckOptional(ingress.IpMode, path, "ipMode", errors);

        if (ingress.Hostname is not { Length: > 0 } host)
            return;

        errors.Invalid(path.Child("hostname"), host, DnsNames.Subdomain(host));
        if (IpAddresses.IsAddress(host))
            errors.Invalid(path.Child("hostname"), host, "must be a DNS name, not an IP address");
    }
}
