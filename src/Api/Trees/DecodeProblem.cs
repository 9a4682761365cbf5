namespace CloudletK8s.Api.Trees;

/// <summary>What field validation warns of or refuses: the body could be read, but not all of it counts.</summary>
/// <param name="Path">As in spec.containers[0].foo.</param>
public sealed record DecodeProblem(DecodeProblemKind Kind, string Path)
{
    public string Message => Kind == DecodeProblemKind.UnknownField ? $"unknown field \"{Path}\"" : $"duplicate field \"{Path}\"";
}
