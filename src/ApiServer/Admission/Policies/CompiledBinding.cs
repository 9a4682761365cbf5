using CloudletK8s.Api.Selectors;
using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Admission.Matching;

namespace CloudletK8s.ApiServer.Admission.Policies;

/// <summary>Puts a policy in force: for which requests, with which parameters, and what follows when it is not met.</summary>
internal sealed class CompiledBinding
{
    public CompiledBinding(string name, TreeObject spec)
    {
        Name = name;
        Policy = spec.Text("policyName") ?? "";
        Actions = [.. spec.List("validationActions")?.Texts() ?? []];
        if (spec.Object("matchResources") is { } resources)
            Matcher = ResourceMatcher.OfPolicy(resources);
        if (spec.Object("paramRef") is not { } reference)
            return;

        HasParams = true;
        ParamName = reference.Text("name") ?? "";
        ParamNamespace = reference.Text("namespace") ?? "";
        DeniesWithoutParams = reference.Text("parameterNotFoundAction") == "Deny";
        ParamSelector = reference.Object("selector") is { } selector && LabelRequirements.TryRead(selector, out var read, out _) ? read : LabelRequirements.Nothing;
    }

    public string Name { get; }

    public string Policy { get; }

    /// <summary>Deny, Warn, Audit.</summary>
    public IReadOnlyList<string> Actions { get; }

    /// <summary>Null: every request that the policy is about.</summary>
    public ResourceMatcher? Matcher { get; }

    public bool HasParams { get; }

    /// <summary>Empty: the selector tells.</summary>
    public string ParamName { get; } = "";

    public string ParamNamespace { get; } = "";

    public LabelRequirements ParamSelector { get; } = LabelRequirements.Nothing;

    public bool DeniesWithoutParams { get; }
}
