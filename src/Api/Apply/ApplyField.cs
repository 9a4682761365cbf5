using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Apply;

/// <summary>A named field of an object.</summary>
/// <param name="Zero">What stands for an absent value, where Kubernetes always has one; null: nothing does.</param>
/// <param name="KeepsNull">An explicit null stays in the object.</param>
/// <param name="DropsZero">An empty or zero value is the same as none.</param>
internal sealed record ApplyField(PathElement Element, Func<ApplyType> Resolve, Tree? Zero, bool KeepsNull, bool DropsZero = false)
{
    private ApplyType? _type;

    public ApplyType Type => _type ??= Resolve();
}
