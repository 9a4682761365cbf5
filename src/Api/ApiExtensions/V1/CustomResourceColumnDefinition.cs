using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.ApiExtensions.V1;

/// <summary>Adds a column to the table that the server returns when custom resources are listed.</summary>
public sealed record CustomResourceColumnDefinition
{
    /// <summary>Heading under which the column is shown to users.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Name { get; init; }

    /// <summary>OpenAPI data type of the column values, such as string, integer or date.</summary>
    [Field(2, Required = true, Always = true)]
    public string? Type { get; init; }

    /// <summary>OpenAPI format of the column value. The value 'name' marks the column that holds the primary identifier.</summary>
    [Field(3)]
    public string? Format { get; init; }

    /// <summary>Explains to users what the column shows.</summary>
    [Field(4)]
    public string? Description { get; init; }

    /// <summary>Importance of the column, where lower numbers matter more. Give columns that may be dropped when space is short a value above 0.</summary>
    [Field(5)]
    public int Priority { get; init; }

    /// <summary>Simple JSON path, evaluated on each custom resource, that yields the cell value of the column.</summary>
    [Field(6, Required = true, Always = true)]
    public string? JsonPath { get; init; }
}
