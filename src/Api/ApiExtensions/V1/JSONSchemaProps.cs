using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.ApiExtensions.V1;

/// <summary>Schema node in JSON Schema Draft 4 style, extended for Kubernetes, that describes a value of a custom resource.</summary>
public sealed record JSONSchemaProps
{
    /// <summary>Identifier of the schema itself, as defined by JSON Schema.</summary>
    [Field(1)]
    public string? Id { get; init; }

    /// <summary>Identifier of the JSON Schema dialect that the schema is written in.</summary>
    [Field(2, Name = "$schema")]
    public string? SchemaUri { get; init; }

    /// <summary>Reference to another schema. Not permitted in the schemas of custom resources.</summary>
    [Field(3, Name = "$ref", Pointer = true)]
    public string? Reference { get; init; }

    /// <summary>Text that explains the value to users, as shown by kubectl explain.</summary>
    [Field(4)]
    public string? Description { get; init; }

    /// <summary>JSON type of the value, such as object, array, string, integer, number or boolean.</summary>
    [Field(5)]
    public string? Type { get; init; }

    /// <summary>OpenAPI v3 format that strings or numbers are checked against, such as uri, email or date-time. Unknown formats are ignored.</summary>
    [Field(6)]
    public string? Format { get; init; }

    /// <summary>Short heading for the schema, meant for people.</summary>
    [Field(7)]
    public string? Title { get; init; }

    /// <summary>Value filled in when the object leaves the field out. Requires spec.preserveUnknownFields to be false.</summary>
    [Field(8)]
    public Tree? Default { get; init; }

    /// <summary>Upper bound for a number, included unless exclusiveMaximum is true.</summary>
    [Field(9)]
    public double? Maximum { get; init; }

    /// <summary>When true, the value must stay strictly below maximum.</summary>
    [Field(10)]
    public bool ExclusiveMaximum { get; init; }

    /// <summary>Lower bound for a number, included unless exclusiveMinimum is true.</summary>
    [Field(11)]
    public double? Minimum { get; init; }

    /// <summary>When true, the value must stay strictly above minimum.</summary>
    [Field(12)]
    public bool ExclusiveMinimum { get; init; }

    /// <summary>Largest number of characters that a string may have.</summary>
    [Field(13)]
    public long? MaxLength { get; init; }

    /// <summary>Smallest number of characters that a string must have.</summary>
    [Field(14)]
    public long? MinLength { get; init; }

    /// <summary>Regular expression that a string value has to match.</summary>
    [Field(15)]
    public string? Pattern { get; init; }

    /// <summary>Largest number of elements that an array may hold.</summary>
    [Field(16)]
    public long? MaxItems { get; init; }

    /// <summary>Smallest number of elements that an array must hold.</summary>
    [Field(17)]
    public long? MinItems { get; init; }

    /// <summary>Demands that array elements differ from each other. Cannot be set to true in the schemas of custom resources.</summary>
    [Field(18)]
    public bool UniqueItems { get; init; }

    /// <summary>Number of which the value has to be an integer multiple.</summary>
    [Field(19)]
    public double? MultipleOf { get; init; }

    /// <summary>Complete list of the values that are allowed here.</summary>
    [Field(20)]
    public IReadOnlyList<Tree>? Enum { get; init; }

    /// <summary>Largest number of keys that an object may hold.</summary>
    [Field(21)]
    public long? MaxProperties { get; init; }

    /// <summary>Smallest number of keys that an object must hold.</summary>
    [Field(22)]
    public long? MinProperties { get; init; }

    /// <summary>Keys that have to be present in the object.</summary>
    [Field(23)]
    public IReadOnlyList<string>? Required { get; init; }

    /// <summary>Schema that the elements of an array have to satisfy.</summary>
    [Field(24)]
    [Either(typeof(JSONSchemaProps), typeof(IReadOnlyList<JSONSchemaProps>))]
    public Tree? Items { get; init; }

    /// <summary>Schemas that the value has to satisfy without exception.</summary>
    [Field(25)]
    public IReadOnlyList<JSONSchemaProps>? AllOf { get; init; }

    /// <summary>Schemas of which the value has to satisfy exactly one.</summary>
    [Field(26)]
    public IReadOnlyList<JSONSchemaProps>? OneOf { get; init; }

    /// <summary>Schemas of which the value has to satisfy at least one.</summary>
    [Field(27)]
    public IReadOnlyList<JSONSchemaProps>? AnyOf { get; init; }

    /// <summary>Schema that the value must fail to satisfy.</summary>
    [Field(28)]
    public JSONSchemaProps? Not { get; init; }

    /// <summary>Known keys of an object, each with the schema of its value.</summary>
    [Field(29)]
    public IReadOnlyDictionary<string, JSONSchemaProps>? Properties { get; init; }

    /// <summary>Schema, or a boolean, for object keys not listed under properties. Typically describes the values of a map.</summary>
    [Field(30)]
    [Either(typeof(JSONSchemaProps), typeof(bool))]
    public Tree? AdditionalProperties { get; init; }

    /// <summary>Schemas for object keys that match given regular expressions.</summary>
    [Field(31)]
    public IReadOnlyDictionary<string, JSONSchemaProps>? PatternProperties { get; init; }

    /// <summary>Other keys or schemas that become required once a certain key is present.</summary>
    [Field(32)]
    [Either(typeof(JSONSchemaProps), typeof(IReadOnlyList<string>))]
    public IReadOnlyDictionary<string, Tree>? Dependencies { get; init; }

    /// <summary>Schema, or a boolean, for array elements beyond those described by items.</summary>
    [Field(33)]
    [Either(typeof(JSONSchemaProps), typeof(bool))]
    public Tree? AdditionalItems { get; init; }

    /// <summary>Named schemas meant for reuse by reference. Not permitted in the schemas of custom resources.</summary>
    [Field(34)]
    public IReadOnlyDictionary<string, JSONSchemaProps>? Definitions { get; init; }

    /// <summary>Link to further documentation about the described value.</summary>
    [Field(35)]
    public ExternalDocumentation? ExternalDocs { get; init; }

    /// <summary>Sample value, given for illustration and not used in validation.</summary>
    [Field(36)]
    public Tree? Example { get; init; }

    /// <summary>Whether null is accepted in place of a value. Defaults to false.</summary>
    [Field(37)]
    public bool Nullable { get; init; }

    /// <summary>Keeps keys that the schema does not mention instead of pruning them. Nested properties or additionalProperties return to normal pruning.</summary>
    [Field(38, Name = "x-kubernetes-preserve-unknown-fields")]
    public bool? XKubernetesPreserveUnknownFields { get; init; }

    /// <summary>Declares the value to be a complete Kubernetes object whose apiVersion, kind and metadata are checked automatically. The type must be object.</summary>
    [Field(39, Name = "x-kubernetes-embedded-resource")]
    public bool XKubernetesEmbeddedResource { get; init; }

    /// <summary>Accepts either an integer or a string as the value. When true, type may be left empty.</summary>
    [Field(40, Name = "x-kubernetes-int-or-string")]
    public bool XKubernetesIntOrString { get; init; }

    /// <summary>Element fields that together identify an entry of a list. Only for lists whose x-kubernetes-list-type is map.</summary>
    [Field(41, Name = "x-kubernetes-list-map-keys")]
    public IReadOnlyList<string>? XKubernetesListMapKeys { get; init; }

    /// <summary>How a list is merged: atomic replaces it as a whole, set holds unique scalars, map identifies elements by key. Defaults to atomic.</summary>
    [Field(42, Name = "x-kubernetes-list-type", Pointer = true)]
    public string? XKubernetesListType { get; init; }

    /// <summary>How an object is merged: granular treats each key separately, atomic replaces it as a whole. Defaults to granular.</summary>
    [Field(43, Name = "x-kubernetes-map-type", Pointer = true)]
    public string? XKubernetesMapType { get; init; }

    /// <summary>CEL rules that the value has to satisfy in addition to the schema.</summary>
    [Field(44, Name = "x-kubernetes-validations")]
    [List(ListMerge.Map, "rule")]
    [Patch(Merge = true, MergeKey = "rule")]
    public IReadOnlyList<ValidationRule>? XKubernetesValidations { get; init; }
}
