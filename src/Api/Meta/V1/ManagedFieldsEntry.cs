using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Meta.V1;

/// <summary>Notes which fields of an object one manager owns, and in which API version.</summary>
public sealed record ManagedFieldsEntry
{
    /// <summary>Who owns the fields, for example kubectl or the name of a controller.</summary>
    [Field(1)]
    public string? Manager { get; init; }

    /// <summary>Kind of request that created the entry, either Apply or Update.</summary>
    [Field(2)]
    public string? Operation { get; init; }

    /// <summary>API version, as "group/version", in which the field set is expressed. Needed because field sets cannot be converted automatically.</summary>
    [Field(3)]
    public string? ApiVersion { get; init; }

    /// <summary>When the entry was added or last changed by its manager. Losing a field to another manager does not alter it.</summary>
    [Field(4)]
    public DateTimeOffset? Time { get; init; }

    /// <summary>Format of the recorded field set. The only possible value is FieldsV1.</summary>
    [Field(6)]
    public string? FieldsType { get; init; }

    /// <summary>Owned fields in the JSON format called FieldsV1.</summary>
    [Field(7)]
    public Tree? FieldsV1 { get; init; }

    /// <summary>Which subresource the fields were written through, or empty for the main resource. Sets managers of the same name apart.</summary>
    [Field(8)]
    public string? Subresource { get; init; }
}
