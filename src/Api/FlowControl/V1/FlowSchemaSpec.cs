using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.FlowControl.V1;

/// <summary>Matching rules, precedence and target priority level of a FlowSchema.</summary>
public sealed record FlowSchemaSpec
{
    /// <summary>Priority level the matching requests go to, required. An unresolvable reference makes the schema ignored and marked invalid in its status.</summary>
    [Field(1, Required = true, Always = true)]
    public PriorityLevelConfigurationReference? PriorityLevelConfiguration { get; init; }

    /// <summary>Decides between several matching schemas, the numerically lowest value winning. Ranges from 1 to 10000 and defaults to 1000.</summary>
    [Field(2, Always = true)]
    [Default(1000)]
    public int MatchingPrecedence { get; init; }

    /// <summary>How matching requests are told apart as flows. Nil disables this, making the distinguisher always the empty string.</summary>
    [Field(3)]
    public FlowDistinguisherMethod? DistinguisherMethod { get; init; }

    /// <summary>Tests for requests, of which at least one must match. An empty list matches no request.</summary>
    [Field(4)]
    public IReadOnlyList<PolicyRulesWithSubjects>? Rules { get; init; }
}
