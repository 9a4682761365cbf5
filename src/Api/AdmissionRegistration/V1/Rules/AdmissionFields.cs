using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.AdmissionRegistration.V1.Rules;

/// <summary>The enumerated fields of webhooks and policies.</summary>
internal static class AdmissionFields
{
    public static readonly EnumField FailurePolicy = EnumField.OfTexts("Fail", "Ignore");
    public static readonly EnumField MatchPolicy = EnumField.OfTexts("Equivalent", "Exact");
    public static readonly EnumField Scope = EnumField.OfTexts("*", "Cluster", "Namespaced");
    public static readonly EnumField Operation = EnumField.OfTexts("*", "CONNECT", "CREATE", "DELETE", "UPDATE");
    public static readonly EnumField SideEffects = EnumField.OfTexts("None", "NoneOnDryRun", "Some", "Unknown");
    public static readonly EnumField NoSideEffects = EnumField.OfTexts("None", "NoneOnDryRun");
    public static readonly EnumField Reinvocation = EnumField.OfTexts("IfNeeded", "Never");
    public static readonly EnumField Reason = EnumField.OfTexts("Forbidden", "Invalid", "RequestEntityTooLarge");
    public static readonly EnumField Action = EnumField.OfTexts("Audit", "Deny", "Warn");
    public static readonly EnumField NotFoundAction = EnumField.OfTexts("Deny", "Allow");
}
