using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Tests.Clusters;

namespace CloudletK8s.ApiServer.Tests.Webhooks;

/// <summary>Webhook configurations as people write them.</summary>
internal static class Hooks
{
    public const string Validating = "/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations";
    public const string Mutating = "/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations";
    public const string ConfigMaps = "/api/v1/namespaces/default/configmaps";
    public const string Pods = "/api/v1/namespaces/default/pods";

    public static string Rule(string resources, string group = "", string versions = "v1", string operations = "*") =>
        $$"""{"operations":[{{Quoted(operations)}}],"apiGroups":["{{group}}"],"apiVersions":[{{Quoted(versions)}}],"resources":[{{Quoted(resources)}}]}""";

    public static string Hook(string name, string client, string rule, string more = "") =>
        $$"""{"name":"{{name}}.example.com","clientConfig":{{client}},"rules":[{{rule}}],"sideEffects":"None","admissionReviewVersions":["v1"]{{more}} }""";

    public static string Configuration(string name, params string[] hooks) =>
        $$"""{"metadata":{"name":"{{name}}","labels":{"test":"yes"} },"webhooks":[{{string.Join(',', hooks)}}]}""";

    public static Task<TreeObject> Validate(this TestCluster cluster, params string[] hooks) =>
        cluster.Create(Validating, Configuration("v", hooks));

    public static Task<TreeObject> Mutate(this TestCluster cluster, params string[] hooks) =>
        cluster.Create(Mutating, Configuration("m", hooks));

    public static string ConfigMap(string name, string data = "{}") => $$"""{"metadata":{"name":"{{name}}"},"data":{{data}} }""";

    private static string Quoted(string list) => string.Join(',', list.Split(',').Select(item => $"\"{item}\""));
}
