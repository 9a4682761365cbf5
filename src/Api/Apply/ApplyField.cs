using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Apply;

/// <summary>A named field of an object.</summary>
/// <param name="Zero">What stands for an absent value, where Kubernetes always has one; null: nothing does.</param>
internal sealed record ApplyField(PathElement Element, Func<ApplyType> Resolve, Tree? Zero, bool KeepsNull)
{
    private ApplyType? _type;

    public ApplyType Type => _type ??= Resolve();
}
