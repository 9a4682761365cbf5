namespace CloudletK8s.ApiServer.Admission.Policies;

/// <summary>A demand of a policy that a request does not meet.</summary>
/// <param name="Binding">Null: the policy itself cannot be applied.</param>
/// <param name="Reason">Of the Status that says so; empty: Invalid.</param>
internal sealed record PolicyDecision(CompiledPolicy Policy, CompiledBinding? Binding, string Message, string Reason = "")
{
    public string Text => Binding is null
        ? $"ValidatingAdmissionPolicy '{Policy.Name}' denied request: {Message}"
        : $"ValidatingAdmissionPolicy '{Policy.Name}' with binding '{Binding.Name}' denied request: {Message}";
}
