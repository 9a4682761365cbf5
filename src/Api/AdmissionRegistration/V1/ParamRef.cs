using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.AdmissionRegistration.V1;

/// <summary>Points a policy binding at the parameter objects its rule expressions receive as input.</summary>
[Atomic]
public sealed record ParamRef
{
    /// <summary>Picks a single parameter object by its name. Exactly one of name and selector has to be set.</summary>
    [Field(1)]
    public string? Name { get; init; }

    /// <summary>Restricts the lookup of parameters to one namespace, whether they are found by name or by selector.</summary>
    [Field(2)]
    public string? Namespace { get; init; }

    /// <summary>Picks parameter objects by label, with {} selecting all of the ParamKind. Every object found is evaluated, and the results are ANDed together.</summary>
    [Field(3)]
    public LabelSelector? Selector { get; init; }

    /// <summary>What the binding does when its reference is valid but finds no parameters. With Allow, a missing parameter counts as successful validation.</summary>
    [Field(4, Pointer = true)]
    public string? ParameterNotFoundAction { get; init; }
}
