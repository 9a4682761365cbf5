using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.FlowControl.V1;

/// <summary>How requests matching a FlowSchema are divided into flows.</summary>
public sealed record FlowDistinguisherMethod
{
    /// <summary>What separates flows, either "ByUser" or "ByNamespace". Required.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Type { get; init; }
}
