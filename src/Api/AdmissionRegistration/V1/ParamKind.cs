using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.AdmissionRegistration.V1;

/// <summary>Names the group, version and kind of the objects that carry policy parameters.</summary>
[Atomic]
public sealed record ParamKind
{
    /// <summary>Group and version of the parameter resource, in the form "group/version". Required.</summary>
    [Field(1)]
    public string? ApiVersion { get; init; }

    /// <summary>Resource kind that parameter objects must have. Required.</summary>
    [Field(2)]
    public string? Kind { get; init; }
}
