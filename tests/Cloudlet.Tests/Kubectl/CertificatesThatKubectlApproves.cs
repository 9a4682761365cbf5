using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace CloudletK8s.Cloudlet.Tests.Kubectl;

public sealed class CertificatesThatKubectlApproves(KubectlServer server) : KubectlTests(server)
{
    [Theory, Kubectl]
    public async Task Are_signed_and_let_their_owner_in(string version)
    {
        var kubectl = await Server.Session(version);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=alice,O=developers", key, HashAlgorithmName.SHA256).CreateSigningRequestPem();
        await kubectl.Run("create -f -", $$$"""
            {"apiVersion": "certificates.k8s.io/v1", "kind": "CertificateSigningRequest", "metadata": {"name": "alice"},
             "spec": {"request": "{{{Convert.ToBase64String(Encoding.ASCII.GetBytes(request))}}}", "signerName": "kubernetes.io/kube-apiserver-client",
                      "expirationSeconds": 3600, "usages": ["client auth"]}}
            """);
        Assert.Matches("alice .* Pending", (await kubectl.Run("get csr alice --no-headers")).Output);

        await kubectl.Run("certificate approve alice");
        await kubectl.Run("wait --for=jsonpath={.status.certificate} csr/alice --timeout=30s");

        Assert.Matches("alice .* 60m +Approved,Issued", (await kubectl.Run("get csr alice --no-headers")).Output);
        var signed = Convert.FromBase64String((await kubectl.Run("get csr alice -o jsonpath={.status.certificate}")).Output);
        using var certificate = X509Certificate2.CreateFromPem(Encoding.ASCII.GetString(signed), key.ExportPkcs8PrivateKeyPem());
        Assert.Equal("alice", await WhoAmI(certificate));
    }

    [Theory, Kubectl]
    public async Task Are_not_signed_when_they_are_denied(string version)
    {
        var kubectl = await Server.Session(version);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=mallory", key, HashAlgorithmName.SHA256).CreateSigningRequestPem();
        await kubectl.Run("create -f -", $$$"""
            {"apiVersion": "certificates.k8s.io/v1", "kind": "CertificateSigningRequest", "metadata": {"name": "mallory"},
             "spec": {"request": "{{{Convert.ToBase64String(Encoding.ASCII.GetBytes(request))}}}", "signerName": "kubernetes.io/kube-apiserver-client", "usages": ["client auth"]}}
            """);

        await kubectl.Run("certificate deny mallory");

        Assert.Matches("mallory .* Denied", (await kubectl.Run("get csr mallory --no-headers")).Output);
    }

    private async Task<string> WhoAmI(X509Certificate2 certificate)
    {
        using var handler = new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator,
            ClientCertificateOptions = ClientCertificateOption.Manual,
            CheckCertificateRevocationList = true, // Not asked, since every certificate is taken; an analyzer wants it said.
        };
        using var usable = X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
        handler.ClientCertificates.Add(usable);
        using var http = new HttpClient(handler) { BaseAddress = Server.Process.Url };
        using var body = new StringContent("""{"apiVersion": "authentication.k8s.io/v1", "kind": "SelfSubjectReview"}""", Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri("/apis/authentication.k8s.io/v1/selfsubjectreviews", UriKind.Relative), body);
        var text = await answer.Content.ReadAsStringAsync();
        return System.Text.Json.JsonDocument.Parse(text).RootElement.GetProperty("status").GetProperty("userInfo").GetProperty("username").GetString()!;
    }
}
