namespace CloudletK8s.ApiServer.Tests.CustomResources;

/// <summary>Definitions as people write them.</summary>
internal static class Definitions
{
    public const string Path = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
    public const string CronTabs = "/apis/stable.example.com/v1/namespaces/default/crontabs";

    public const string CronTabSchema =
        """
        {"type":"object","required":["spec"],"properties":{
          "spec":{"type":"object","required":["cronSpec"],"properties":{
            "cronSpec":{"type":"string","pattern":"^(\\d+|\\*)(/\\d+)?(\\s+(\\d+|\\*)(/\\d+)?){4}$","default":"5 0 * * *"},
            "image":{"type":"string"},
            "replicas":{"type":"integer","minimum":1,"maximum":10},
            "concurrency":{"type":"string","enum":["Allow","Forbid"]},
            "port":{"x-kubernetes-int-or-string":true,"anyOf":[{"type":"integer"},{"type":"string"}]},
            "note":{"type":"string","nullable":true},
            "extra":{"type":"object","x-kubernetes-preserve-unknown-fields":true},
            "labels":{"type":"object","additionalProperties":{"type":"string"}},
            "steps":{"type":"array","x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["name"],
              "items":{"type":"object","required":["name"],"properties":{"name":{"type":"string"},"count":{"type":"integer","default":3}}}},
            "one":{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},"oneOf":[{"required":["a"]},{"required":["b"]}]}
          }},
          "status":{"type":"object","properties":{"replicas":{"type":"integer"},"selector":{"type":"string"}}}}}
        """;

    private const string Subresources =
        """{"status":{},"scale":{"specReplicasPath":".spec.replicas","statusReplicasPath":".status.replicas","labelSelectorPath":".status.selector"}}""";

    public static string CronTab(string schema = CronTabSchema, string more = "", string versions = "") => $$"""
        {"metadata":{"name":"crontabs.stable.example.com"},
         "spec":{"group":"stable.example.com","scope":"Namespaced","names":{"plural":"crontabs","kind":"CronTab","shortNames":["ct"]},
          "versions":[{"name":"v1","served":true,"storage":true,"schema":{"openAPIV3Schema":{{schema}}},"subresources":{{Subresources}}{{more}} }{{versions}}]} }
        """;

    public static string Object(string name, string spec) =>
        $$"""{"apiVersion":"stable.example.com/v1","kind":"CronTab","metadata":{"name":"{{name}}"},"spec":{{spec}} }""";
}
