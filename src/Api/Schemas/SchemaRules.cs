using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Schemas;

/// <summary>What OpenAPI says of a custom resource's value beyond its shape.</summary>
public sealed record SchemaRules
{
    public IReadOnlyList<Tree> Enum { get; init; } = [];

    public double? Minimum { get; init; }

    public bool ExclusiveMinimum { get; init; }

    public double? Maximum { get; init; }

    public bool ExclusiveMaximum { get; init; }

    public double? MultipleOf { get; init; }

    public long? MinLength { get; init; }

    public long? MaxLength { get; init; }

    public string? Pattern { get; init; }

    public string? Format { get; init; }

    public long? MinItems { get; init; }

    public long? MaxItems { get; init; }

    public bool UniqueItems { get; init; }

    /// <summary>Members that must be there, also such as the schema does not describe.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    public long? MinProperties { get; init; }

    public long? MaxProperties { get; init; }

    public IReadOnlyList<Schema> AllOf { get; init; } = [];

    public IReadOnlyList<Schema> AnyOf { get; init; } = [];

    public IReadOnlyList<Schema> OneOf { get; init; } = [];

    public Schema? Not { get; init; }

    /// <summary>x-kubernetes-validations, as they stand in the definition.</summary>
    public IReadOnlyList<TreeObject> Validations { get; init; } = [];
}
