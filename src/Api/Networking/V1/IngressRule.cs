using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Networking.V1;

/// <summary>Routes requests for one host to backend services: the host is matched first, then the path decides which backend answers.</summary>
public sealed record IngressRule
{
    /// <summary>Domain name that requests must carry for the rule to match; IP addresses and ports are not allowed. When empty, the rule matches all hosts.</summary>
    [Field(1)]
    public string? Host { get; init; }

    /// <summary>Maps HTTP paths of this host to backends. If omitted, all traffic for the host goes to the default backend.</summary>
    [Field(1, In = [2])]
    public HTTPIngressRuleValue? Http { get; init; }
}
