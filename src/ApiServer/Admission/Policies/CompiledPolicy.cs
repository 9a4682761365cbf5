using CloudletK8s.Api.AdmissionRegistration.V1.Expressions;
using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Admission.Expressions;
using CloudletK8s.ApiServer.Admission.Matching;

namespace CloudletK8s.ApiServer.Admission.Policies;

/// <summary>A ValidatingAdmissionPolicy, ready to be evaluated.</summary>
internal sealed class CompiledPolicy
{
    public CompiledPolicy(string name, TreeObject spec, IReadOnlyList<CompiledBinding> bindings)
    {
        Name = name;
        Bindings = bindings;
        Ignores = spec.Text("failurePolicy") == "Ignore";
        Matcher = ResourceMatcher.OfPolicy(spec.Object("matchConstraints") ?? new());
        if (spec.Object("paramKind") is { } kind)
            ParamKind = KindId.Of(kind.Text("apiVersion") ?? "", kind.Text("kind") ?? "");

        Expressions = new(hasParams: ParamKind is not null, hasVariables: true);
        foreach (var variable in spec.List("variables")?.Objects() ?? [])
            Expressions.AddVariable(variable.Text("name") ?? "", variable.Text("expression") ?? "");
        Conditions = new(spec.List("matchConditions"), Expressions, Ignores);
        Validations = [.. spec.List("validations")?.Objects().Select(Compile) ?? []];
        Annotations =
        [
            .. spec.List("auditAnnotations")?.Objects()
                .Select(annotation => Expressions.Annotation(annotation.Text("valueExpression")?.Trim() ?? "")) ?? [],
        ];
    }

    public string Name { get; }

    public IReadOnlyList<CompiledBinding> Bindings { get; }

    /// <summary>What cannot be evaluated is let pass.</summary>
    public bool Ignores { get; }

    public ResourceMatcher Matcher { get; }

    public KindId? ParamKind { get; }

    public AdmissionExpressions Expressions { get; }

    public MatchConditions Conditions { get; }

    public IReadOnlyList<CompiledValidation> Validations { get; }

    /// <summary>There is no audit log that they could be written to, but what fails in them counts.</summary>
    public IReadOnlyList<AdmissionExpression> Annotations { get; }

    private CompiledValidation Compile(TreeObject validation) => new(
        Expressions.Condition(validation.Text("expression")?.Trim() ?? ""),
        validation.Text("messageExpression") is { Length: > 0 } message ? Expressions.Message(message.Trim()) : null,
        validation.Text("message")?.Trim() ?? "",
        validation.Text("reason") is { Length: > 0 } reason ? reason : "Invalid");
}
