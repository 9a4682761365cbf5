using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.AdmissionRegistration.V1;

/// <summary>Refers to the in-cluster Service through which a webhook is reached.</summary>
public sealed record ServiceReference
{
    /// <summary>Where the Service lives, given as a namespace name. Required.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Namespace { get; init; }

    /// <summary>Which Service to call, given by name. Required.</summary>
    [Field(2, Required = true, Always = true)]
    public string? Name { get; init; }

    /// <summary>Optional URL path to use in every request sent to the service.</summary>
    [Field(3, Pointer = true)]
    public string? Path { get; init; }

    /// <summary>Service port behind which the webhook listens, from 1 to 65535. Defaults to 443.</summary>
    [Field(4)]
    [Default(443)]
    public int? Port { get; init; }
}
