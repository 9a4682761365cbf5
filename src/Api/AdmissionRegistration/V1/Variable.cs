using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.AdmissionRegistration.V1;

/// <summary>Gives a name to a CEL expression so that other expressions can build on it.</summary>
[Atomic]
public sealed record Variable
{
    /// <summary>Unique CEL identifier of the variable. With "foo", other expressions refer to it as variables.foo.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Name { get; init; }

    /// <summary>CEL code that produces the variable's value, with access to the same identifiers as a Validation expression.</summary>
    [Field(2, Required = true, Always = true)]
    public string? Expression { get; init; }
}
