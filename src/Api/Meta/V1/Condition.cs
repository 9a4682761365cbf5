using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Meta.V1;

/// <summary>Reports whether one aspect of an object's state holds, and why.</summary>
public sealed record Condition
{
    /// <summary>Aspect being reported, in CamelCase or as foo.example.com/CamelCase.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Type { get; init; }

    /// <summary>Whether the condition holds. One of True, False or Unknown.</summary>
    [Field(2, Required = true, Always = true)]
    public string? Status { get; init; }

    /// <summary>Generation of the object on which the condition is based. If lower than the current metadata.generation, the condition is out of date.</summary>
    [Field(3)]
    public long ObservedGeneration { get; init; }

    /// <summary>When the condition last changed its status. If the actual moment is unknown, the time the API field changed will do.</summary>
    [Field(4, Required = true, Always = true)]
    public DateTimeOffset? LastTransitionTime { get; init; }

    /// <summary>Non-empty CamelCase identifier that tells programs why the condition last changed.</summary>
    [Field(5, Required = true, Always = true)]
    public string? Reason { get; init; }

    /// <summary>Explanation, for people, of the last change of status. May be empty.</summary>
    [Field(6, Required = true, Always = true)]
    public string? Message { get; init; }
}
