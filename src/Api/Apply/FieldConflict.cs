namespace CloudletK8s.Api.Apply;

/// <summary>A field that another manager owns and an apply would change: one cause of the Status.</summary>
/// <param name="Field">".spec.replicas"</param>
/// <param name="Message">"conflict with \"kubectl\" using apps/v1"</param>
public sealed record FieldConflict(string Field, string Message)
{
    public const string Reason = "FieldManagerConflict";
}
