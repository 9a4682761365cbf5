using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Authentication;
using CloudletK8s.ApiServer.Tests.Clusters;

namespace CloudletK8s.ApiServer.Tests.Admission;

public sealed class RequestForACertificate : IAsyncLifetime
{
    private const string Requests = "/apis/certificates.k8s.io/v1/certificatesigningrequests";
    private const string Approval = """{"status":{"conditions":[{"type":"Approved","status":"True","reason":"r","message":"m"}]} }""";
    private static readonly UserInfo Jane = new("jane", [UserInfo.AuthenticatedGroup]);
    private TestCluster _cluster = null!;

    public async Task InitializeAsync() => _cluster = await TestCluster.Start();

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task Makes_no_administrator()
    {
        var refused = await TestCluster.Refused(() => Ask("x", "O=system:masters, CN=eve"));

        Assert.EndsWith(
            "use of kubernetes.io/kube-apiserver-client signer with system:masters group is not allowed", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_approved_only_by_who_may_approve_for_its_signer()
    {
        await Ask("x", "O=devs, CN=joe");

        var refused = await TestCluster.Refused(() => Approve(Jane));
        Assert.EndsWith(
            "user not permitted to approve requests with signerName \"kubernetes.io/kube-apiserver-client\"", refused.Message, StringComparison.Ordinal);

        const string rbac = "/apis/rbac.authorization.k8s.io/v1";
        await _cluster.Create(
            $"{rbac}/clusterrolebindings",
            """
            {"metadata":{"name":"approvers"},"subjects":[{"kind":"User","name":"jane","apiGroup":"rbac.authorization.k8s.io"}],
             "roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"ClusterRole","name":"system:certificates.k8s.io:kube-apiserver-client-approver"}}
            """);
        Assert.Equal("Approved", (await Approve(Jane)).Object("status")!.List("conditions")!.Objects().Single().Text("type"));
    }

    private Task<TreeObject> Approve(UserInfo user) => _cluster.Run("patch", $"{Requests}/x/approval", Approval, user, "application/merge-patch+json");

    private Task<TreeObject> Ask(string name, string subject)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var pem = new CertificateRequest(subject, key, HashAlgorithmName.SHA256).CreateSigningRequestPem();
        var encoded = Convert.ToBase64String(Encoding.ASCII.GetBytes(pem));
        return _cluster.Create(
            Requests,
            $$"""{"metadata":{"name":"{{name}}"},"spec":{"request":"{{encoded}}","signerName":"kubernetes.io/kube-apiserver-client","usages":["client auth"]} }""");
    }
}
