using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Core.V1.Rules;

internal static class ServiceValidation
{
    private const int MaxAffinitySeconds = 86400;
    private const string SourceRangesAnnotation = "service.beta.kubernetes.io/load-balancer-source-ranges";
    private const string LoadBalancerOnly = "may only be used when `type` is 'LoadBalancer'";

    private static readonly FieldPath Annotations = FieldPath.Root("metadata").Child("annotations");
    private static readonly FieldPath Spec = FieldPath.Root("spec");
    private static readonly EnumField Types = EnumField.Of<ServiceSpec>("type");
    private static readonly EnumField Affinities = EnumField.Of<ServiceSpec>("sessionAffinity");
    private static readonly EnumField ExternalPolicies = EnumField.Of<ServiceSpec>("externalTrafficPolicy");
    private static readonly EnumField InternalPolicies = EnumField.Of<ServiceSpec>("internalTrafficPolicy");
    private static readonly EnumField Distributions = EnumField.OfTexts("PreferClose");

    public static void Validate(Service service, FieldErrors errors)
    {
        var spec = service.Spec ?? new();
        ValidateTopologyMode(service, errors);
        if (spec.Ports is not { Count: > 0 } && !ServiceTypes.IsHeadless(spec) && spec.Type != "ExternalName")
            errors.Required(Spec.Child("ports"));
        ValidateType(spec, errors);
        ServicePortValidation.Validate(spec, Spec.Child("ports"), errors);
        Labels.Check(spec.Selector, Spec.Child("selector"), errors);
        ValidateAffinity(spec, errors);
        ServiceAddressValidation.Validate(spec, errors);
        ValidateExternalIPs(spec, errors);
        Types.CheckRequired(spec.Type, Spec, "type", errors);
        ServicePortValidation.ValidateTogether(spec, Spec.Child("ports"), errors);
        ValidateSourceRanges(service, spec, errors);
        ValidateLoadBalancer(spec, errors);
        ValidateTraffic(spec, errors);
    }

    /// <summary>The class of a load balancer's implementation: given once.</summary>
    public static void ValidateLoadBalancerClass(ServiceSpec spec, ServiceSpec? old, FieldErrors errors)
    {
        var path = Spec.Child("loadBalancerClass");
        if (old?.Type == "LoadBalancer" && spec.Type == "LoadBalancer" && old.LoadBalancerClass != spec.LoadBalancerClass)
            errors.Invalid(path, spec.LoadBalancerClass, "may not change once set");

        if (spec.LoadBalancerClass is not { } name)
            return;

        if (spec.Type == "LoadBalancer")
            errors.Invalid(path, name, QualifiedNames.Name(name));
        else
            errors.Forbidden(path, LoadBalancerOnly);
    }

    private static void ValidateTopologyMode(Service service, FieldErrors errors)
    {
        if (service.Metadata?.Annotations is not { } annotations)
            return;

        if (annotations.TryGetValue(ServiceWarnings.TopologyMode, out var mode)
            && annotations.TryGetValue(ServiceWarnings.TopologyHints, out var hints) && mode != hints)
        {
            errors.Invalid(
                Annotations.Key(ServiceWarnings.TopologyMode), mode, $"must match annotations[{ServiceWarnings.TopologyHints}] when both are specified");
        }
    }

    private static void ValidateType(ServiceSpec spec, FieldErrors errors)
    {
        switch (spec.Type)
        {
            case "LoadBalancer" or "NodePort" when ServiceTypes.IsHeadless(spec):
                errors.Invalid(Spec.Child("clusterIPs").Index(0), ServiceTypes.None, $"may not be set to 'None' for {spec.Type} services");
                break;
            case "ExternalName":
                ValidateExternalName(spec, errors);
                break;
        }
    }

    private static void ValidateExternalName(ServiceSpec spec, FieldErrors errors)
    {
        const string Message = "may not be set for ExternalName services";
        if (spec.ClusterIPs is { Count: > 0 })
            errors.Forbidden(Spec.Child("clusterIPs"), Message);
        if (spec.IpFamilies is { Count: > 0 })
            errors.Forbidden(Spec.Child("ipFamilies"), Message);
        if (spec.IpFamilyPolicy is not null)
            errors.Forbidden(Spec.Child("ipFamilyPolicy"), Message);

        var name = spec.ExternalName ?? "";
        if (name.EndsWith('.'))
            name = name[..^1];
        if (name.Length == 0)
            errors.Required(Spec.Child("externalName"));
        else
            errors.Invalid(Spec.Child("externalName"), name, DnsNames.Subdomain(name));
    }

    private static void ValidateAffinity(ServiceSpec spec, FieldErrors errors)
    {
        Affinities.CheckRequired(spec.SessionAffinity, Spec, "sessionAffinity", errors);
        var path = Spec.Child("sessionAffinityConfig");
        if (spec.SessionAffinity == "None" && spec.SessionAffinityConfig is not null)
            errors.Forbidden(path, "must not be set when session affinity is None");
        if (spec.SessionAffinity != "ClientIP")
            return;

        const string Message = "when session affinity type is ClientIP";
        if (spec.SessionAffinityConfig is null)
            errors.Required(path, Message);
        else if (spec.SessionAffinityConfig.ClientIP is null)
            errors.Required(path.Child("clientIP"), Message);
        else if (spec.SessionAffinityConfig.ClientIP.TimeoutSeconds is not { } seconds)
            errors.Required(path.Child("clientIP", "timeoutSeconds"), Message);
        else if (seconds is <= 0 or > MaxAffinitySeconds)
            errors.Invalid(path.Child("clientIP", "timeoutSeconds"), seconds, $"must be greater than 0 and less than {MaxAffinitySeconds}");
    }

    private static void ValidateExternalIPs(ServiceSpec spec, FieldErrors errors)
    {
        var path = Spec.Child("externalIPs");
        for (var i = 0; i < spec.ExternalIPs?.Count; i++)
        {
            var address = spec.ExternalIPs[i];
            if (IpAddresses.Address(address) is { Count: > 0 } wrong)
                errors.Invalid(path.Index(i), address, wrong);
            else
                SpecialAddresses.Forbid(address, path.Index(i), errors);
        }
    }

    /// <summary>The field's path starts with a capital letter in Kubernetes, too.</summary>
    private static void ValidateSourceRanges(Service service, ServiceSpec spec, FieldErrors errors)
    {
        if (spec.LoadBalancerSourceRanges is { Count: > 0 } ranges)
        {
            var path = Spec.Child("LoadBalancerSourceRanges");
            if (spec.Type != "LoadBalancer")
                errors.Forbidden(path, LoadBalancerOnly);
            for (var i = 0; i < ranges.Count; i++)
                errors.Invalid(path.Index(i), ranges[i].Trim(), IpAddresses.Network(ranges[i].Trim()));
        }
        else if (service.Metadata?.Annotations is { } annotations && annotations.TryGetValue(SourceRangesAnnotation, out var text))
        {
            var path = Annotations.Key(SourceRangesAnnotation);
            if (spec.Type != "LoadBalancer")
                errors.Forbidden(path, LoadBalancerOnly);
            foreach (var range in text.Trim().Length == 0 ? [] : text.Split(',', StringSplitOptions.TrimEntries))
                errors.Invalid(path, range, IpAddresses.Network(range));
        }
    }

    private static void ValidateLoadBalancer(ServiceSpec spec, FieldErrors errors)
    {
        if (spec.AllocateLoadBalancerNodePorts is not null && spec.Type != "LoadBalancer")
            errors.Forbidden(Spec.Child("allocateLoadBalancerNodePorts"), LoadBalancerOnly);
        if (spec.AllocateLoadBalancerNodePorts is null && spec.Type == "LoadBalancer")
            errors.Required(FieldPath.Root("allocateLoadBalancerNodePorts"));
        ValidateLoadBalancerClass(spec, null, errors);
    }

    private static void ValidateTraffic(ServiceSpec spec, FieldErrors errors)
    {
        if (ServiceTypes.IsExternallyAccessible(spec))
            ExternalPolicies.CheckRequired(spec.ExternalTrafficPolicy, Spec, "externalTrafficPolicy", errors);
        else if (!string.IsNullOrEmpty(spec.ExternalTrafficPolicy))
            errors.Invalid(Spec.Child("externalTrafficPolicy"), spec.ExternalTrafficPolicy, "may only be set for externally-accessible services");

        ValidateHealthCheckPort(spec, errors);
        if (spec.InternalTrafficPolicy is null && spec.Type is "ClusterIP" or "NodePort" or "LoadBalancer")
            errors.Required(Spec.Child("internalTrafficPolicy"));
        InternalPolicies.CheckOptional(spec.InternalTrafficPolicy, Spec, "internalTrafficPolicy", errors);
        Distributions.CheckOptional(spec.TrafficDistribution, Spec, "trafficDistribution", errors);
    }

    /// <summary>A port that is needed and not given is allocated later.</summary>
    private static void ValidateHealthCheckPort(ServiceSpec spec, FieldErrors errors)
    {
        var path = Spec.Child("healthCheckNodePort");
        if (spec.HealthCheckNodePort == 0)
            return;

        if (ServiceTypes.NeedsHealthCheckNodePort(spec))
            errors.Invalid(path, spec.HealthCheckNodePort, Ports.Number(spec.HealthCheckNodePort));
        else
            errors.Invalid(path, spec.HealthCheckNodePort, "may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'");
    }
}
