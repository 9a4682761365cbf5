using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Batch.V1;

/// <summary>Matches a failed pod by the exit codes of its containers.</summary>
public sealed record PodFailurePolicyOnExitCodesRequirement
{
    /// <summary>Limits the check to one container or init container of the pod template. If null, all containers are checked.</summary>
    [Field(1, Pointer = true)]
    public string? ContainerName { get; init; }

    /// <summary>How exit codes are compared with the listed values: In or NotIn. Containers that exited with 0 are left out.</summary>
    [Field(2, Required = true, Always = true)]
    [Enum("In", "NotIn")]
    public string? Operator { get; init; }

    /// <summary>Exit codes to compare with, in ascending order and without duplicates. The value 0 is not allowed with the In operator.</summary>
    [Field(3, Required = true, Always = true)]
    [List(ListMerge.Set)]
    public IReadOnlyList<int>? Values { get; init; }
}
