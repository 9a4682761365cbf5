using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Tests.Clusters;

namespace CloudletK8s.ApiServer.Tests.Policies;

/// <summary>Policies with their bindings.</summary>
internal static class Bound
{
    public const string Policies = "/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicies";
    public const string Bindings = "/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicybindings";
    public const string Deployments = "/apis/apps/v1/namespaces/default/deployments";

    public static Task<TreeObject> Policy(this TestCluster cluster, string spec, string constraints = """{"resourceRules":[{"operations":["CREATE","UPDATE"],"apiGroups":["apps"],"apiVersions":["v1"],"resources":["deployments"]}]}""") =>
        cluster.Create(Policies, $$"""{"metadata":{"name":"policy"},"spec":{"matchConstraints":{{constraints}},{{spec}} } }""");

    public static Task<TreeObject> Bind(this TestCluster cluster, string more = "", string actions = "\"Deny\"", string name = "binding") =>
        cluster.Create(Bindings, $$"""{"metadata":{"name":"{{name}}"},"spec":{"policyName":"policy","validationActions":[{{actions}}]{{more}} } }""");

    public static string Deployment(string name, int replicas, string metadata = "") =>
        $$"""{"metadata":{"name":"{{name}}"{{metadata}} },"spec":{"replicas":{{replicas}},"selector":{"matchLabels":{"app":"a"} },"template":{"metadata":{"labels":{"app":"a"} },"spec":{"containers":[{"name":"c","image":"i"}]} } } }""";
}
