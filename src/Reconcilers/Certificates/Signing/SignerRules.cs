using CloudletK8s.Reconcilers.Certificates.Requests;

namespace CloudletK8s.Reconcilers.Certificates.Signing;

/// <summary>The signers of Kubernetes, and what each of them signs.</summary>
internal static class SignerRules
{
    /// <summary>Null: another's signer.</summary>
    public static Func<AskedCertificate, IReadOnlyList<string>, string?>? Of(string? signer) => signer switch
    {
        "kubernetes.io/kube-apiserver-client" => static (_, usages) => CheckClient(usages),
        "kubernetes.io/kube-apiserver-client-kubelet" => KubeletRequests.CheckClient,
        "kubernetes.io/kubelet-serving" => KubeletRequests.CheckServer,
        "kubernetes.io/legacy-unknown" => static (_, _) => null,
        _ => null,
    };

    private static string? CheckClient(IReadOnlyList<string> usages)
    {
        foreach (var usage in usages)
        {
            if (usage is not ("digital signature" or "key encipherment" or "client auth"))
                return $"invalid usage for client certificate: {usage}";
        }

        return usages.Contains("client auth") ? null : "missing required usage for client certificate: client auth";
    }
}
