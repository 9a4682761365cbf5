using System.Runtime.CompilerServices;
using CloudletK8s.Api.Cel;
using CloudletK8s.Api.Cel.Types;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.CustomResources;

/// <summary>One rule of a schema (x-kubernetes-validations), compiled for the values that the schema describes.</summary>
internal sealed class SchemaExpression
{
    private static readonly ConditionalWeakTable<Schema, SchemaExpression[]> Known = [];

    private SchemaExpression(TreeObject rule, CelType self)
    {
        Rule = rule;
        Text = rule.Text("rule") ?? "";
        IsOptional = rule.Flag("optionalOldSelf") == true;
        var environment = new CelEnvironment(("self", self), ("oldSelf", IsOptional ? CelType.Optional(self) : self));
        Program = CelProgram.Compile(Text, environment);
        if (rule.Text("messageExpression") is { Length: > 0 } message)
            Message = CelProgram.Compile(message, environment);
    }

    /// <summary>As it stands in the definition.</summary>
    public TreeObject Rule { get; }

    public string Text { get; }

    /// <summary>The rule also holds for values that have no predecessor.</summary>
    public bool IsOptional { get; }

    public CelProgram Program { get; }

    public CelProgram? Message { get; }

    public bool UsesOldSelf => Program.Uses("oldSelf");

    /// <summary>The rule in an error that says it could not be evaluated.</summary>
    public string Shown => Rule.Text("message") is { Length: > 0 } message ? message.Trim() : Text.Trim();

    /// <param name="schema">Of the value that the rules are about.</param>
    /// <param name="isResource">The value is the whole object.</param>
    public static IReadOnlyList<SchemaExpression> Of(Schema schema, bool isResource) => schema.Rules is not { Validations.Count: > 0 } rules
        ? []
        : Known.GetValue(schema, described => [.. rules.Validations.Select(rule => Compile(rule, described, isResource))]);

    /// <summary>Also for a look at a rule before it is stored.</summary>
    public static SchemaExpression Compile(TreeObject rule, Schema schema, bool isResource) =>
        new(rule, (isResource ? SchemaTypes.OfResource(schema) : SchemaTypes.Of(schema)) ?? CelType.Dyn);
}
