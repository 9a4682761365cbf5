using System.Text;

namespace CloudletK8s.Cloudlet.Certificates;

/// <summary>The administrator's kubeconfig: the client certificate by default, the bearer token as a second context.</summary>
internal static class Kubeconfig
{
    public static string Write(Uri server, ClusterPki pki, string token) => $"""
        apiVersion: v1
        kind: Config
        current-context: cloudlet
        preferences: {"{}"}
        clusters:
        - name: cloudlet
          cluster:
            server: {server.GetLeftPart(UriPartial.Authority)}
            certificate-authority-data: {Base64(pki.AuthorityPem)}
        users:
        - name: kubernetes-admin
          user:
            client-certificate-data: {Base64(pki.AdminCertificatePem)}
            client-key-data: {Base64(pki.AdminKeyPem)}
        - name: kubernetes-admin-token
          user:
            token: {token}
        contexts:
        - name: cloudlet
          context:
            cluster: cloudlet
            user: kubernetes-admin
        - name: cloudlet-token
          context:
            cluster: cloudlet
            user: kubernetes-admin-token

        """;

    private static string Base64(string text) => Convert.ToBase64String(Encoding.ASCII.GetBytes(text));
}
