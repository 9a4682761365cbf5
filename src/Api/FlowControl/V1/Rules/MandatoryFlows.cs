using System.Text;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;

namespace CloudletK8s.Api.FlowControl.V1.Rules;

/// <summary>The flows and levels that every cluster has, exactly so: without them nothing would be served in need.</summary>
internal static class MandatoryFlows
{
    private const string Everything = """
        "resourceRules":[{"verbs":["*"],"apiGroups":["*"],"resources":["*"],"clusterScope":true,"namespaces":["*"]}],
        "nonResourceRules":[{"verbs":["*"],"nonResourceURLs":["*"]}]
        """;

    private static readonly Lazy<TreeObject> ExemptFlow = Parse("""
        {"priorityLevelConfiguration":{"name":"exempt"},"matchingPrecedence":1,
         "rules":[{"subjects":[{"kind":"Group","group":{"name":"system:masters"}}],EVERYTHING}]}
        """);

    private static readonly Lazy<TreeObject> CatchAllFlow = Parse("""
        {"priorityLevelConfiguration":{"name":"catch-all"},"matchingPrecedence":10000,"distinguisherMethod":{"type":"ByUser"},
         "rules":[{"subjects":[{"kind":"Group","group":{"name":"system:unauthenticated"}},{"kind":"Group","group":{"name":"system:authenticated"}}],EVERYTHING}]}
        """);

    private static readonly Lazy<TreeObject> CatchAllLevel = Parse("""
        {"type":"Limited","limited":{"nominalConcurrencyShares":5,"limitResponse":{"type":"Reject"},"lendablePercent":0}}
        """);

    public static TreeObject? FlowSpec(string name) => name switch
    {
        "exempt" => ExemptFlow.Value,
        "catch-all" => CatchAllFlow.Value,
        _ => null,
    };

    /// <summary>The shares of the exempt level may be chosen.</summary>
    public static TreeObject? LevelSpec(string name) => name == "catch-all" ? CatchAllLevel.Value : null;

    private static Lazy<TreeObject> Parse(string json) => new(() => JsonTreeReader.ReadTrusted(Encoding.UTF8.GetBytes(json.Replace("EVERYTHING", Everything, StringComparison.Ordinal))));
}
