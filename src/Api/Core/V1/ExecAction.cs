using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Runs a command inside a container.</summary>
public sealed record ExecAction
{
    /// <summary>Program and arguments to execute in the container, starting in '/'. No shell is involved, so '|' and the like do not work.</summary>
    [Field(1)]
    public IReadOnlyList<string>? Command { get; init; }
}
