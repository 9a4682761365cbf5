using CloudletK8s.Api.Cel;
using CloudletK8s.Api.Cel.Library;
using CloudletK8s.Api.Cel.Types;

namespace CloudletK8s.Api.AdmissionRegistration.V1.Expressions;

/// <summary>Compiles the expressions of one webhook or policy: what they may name depends on it.</summary>
public sealed class AdmissionExpressions
{
    /// <summary>Names that no expression can write: the variable is not there.</summary>
    private const string Absent = "\0";

    private readonly Dictionary<string, CelType> _types = [];
    private readonly Dictionary<string, AdmissionExpression> _variables = [];
    private readonly CelEnvironment _authorized;
    private readonly CelEnvironment _plain;

    /// <param name="hasParams">The policy names a kind of parameters.</param>
    /// <param name="hasVariables">Policies have variables of their own, webhooks have none.</param>
    public AdmissionExpressions(bool hasParams, bool hasVariables)
    {
        _authorized = Environment(hasParams, hasVariables, hasAuthorizer: true);
        _plain = Environment(hasParams, hasVariables, hasAuthorizer: false);
    }

    internal IReadOnlyDictionary<string, AdmissionExpression> Variables => _variables;

    /// <summary>For what is compiled after it.</summary>
    public AdmissionExpression AddVariable(string name, string text)
    {
        var variable = new AdmissionExpression(text, CelProgram.Compile(text, _authorized), results: null);
        _types[name] = variable.Program.Type;
        _variables[name] = variable;
        return variable;
    }

    public AdmissionExpression Condition(string text) => new(text, CelProgram.Compile(text, _authorized), [CelType.Bool]);

    public AdmissionExpression Message(string text) => new(text, CelProgram.Compile(text, _plain), [CelType.Text]);

    public AdmissionExpression Annotation(string text) => new(text, CelProgram.Compile(text, _authorized), [CelType.Text, CelType.Null]);

    private CelEnvironment Environment(bool hasParams, bool hasVariables, bool hasAuthorizer) => new(
        ("object", CelType.Dyn),
        ("oldObject", CelType.Dyn),
        ("request", AdmissionTypes.Request),
        ("namespaceObject", AdmissionTypes.Namespace),
        (hasVariables ? "variables" : Absent + "variables", CelType.Object("kubernetes.variables", () => _types)),
        (hasParams ? "params" : Absent + "params", CelType.Dyn),
        (hasAuthorizer ? "authorizer" : Absent + "authorizer", CelType.Opaque(Authorizers.Authorizer)),
        (hasAuthorizer ? "authorizer.requestResource" : Absent + "requestResource", CelType.Opaque(Authorizers.ResourceCheck)));
}
