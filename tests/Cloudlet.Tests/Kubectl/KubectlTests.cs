namespace CloudletK8s.Cloudlet.Tests.Kubectl;

/// <summary>What the situations below share: a server, and inputs that several of them use.</summary>
public abstract class KubectlTests(KubectlServer server) : IClassFixture<KubectlServer>
{
    internal const string Pod = """
        {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "p", "labels": {"app": "p"}},
         "spec": {"containers": [{"name": "main", "image": "registry.example/p:1", "env": [{"name": "MODE", "value": "fast"}],
                                  "ports": [{"containerPort": 80}]}]}}
        """;

    internal KubectlServer Server => server;
}
