using CloudletK8s.Api.Kinds;

namespace CloudletK8s.Api.Apply;

/// <summary>Which fields a path of a kind puts back, so that writing through it makes nobody their owner.</summary>
public static class ResetFields
{
    private static readonly FieldSet Status = FieldSet.OfPaths("status");
    private static readonly FieldSet Spec = FieldSet.OfPaths("spec");

    /// <summary>The object itself does not write the status; the status subresource does not write the spec.</summary>
    public static FieldSet Of(KindInfo kind, string subresource) => subresource switch
    {
        "" when kind.HasStatus => Status,
        "status" => Spec,
        _ => FieldSet.Empty,
    };
}
