using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Mark on a node that affects every pod without a matching toleration.</summary>
public sealed record Taint
{
    /// <summary>Identifier of the taint on the node. Required.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Key { get; init; }

    /// <summary>Optional text that goes with the taint's key.</summary>
    [Field(2)]
    public string? Value { get; init; }

    /// <summary>What happens to pods that do not tolerate the taint: NoSchedule, PreferNoSchedule or NoExecute. Required.</summary>
    [Field(3, Required = true, Always = true)]
    [Enum("NoSchedule", "PreferNoSchedule", "NoExecute")]
    public string? Effect { get; init; }

    /// <summary>When the taint was put on the node, recorded only for NoExecute taints.</summary>
    [Field(4)]
    public DateTimeOffset? TimeAdded { get; init; }
}
