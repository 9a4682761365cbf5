using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using CloudletK8s.Api.Certificates.V1;
using CloudletK8s.Api.Trees;
using CloudletK8s.TestKit.Rules;

namespace CloudletK8s.Api.Tests.Certificates;

public class SigningRequestGiven
{
    private static readonly Lazy<string> Request = new(() =>
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Base64(new CertificateRequest("CN=jane", key, HashAlgorithmName.SHA256).CreateSigningRequestPem());
    });

    private readonly RuledKind<CertificateSigningRequest> _requests = new() { UserName = "jane" };

    private static string Jane => "{'metadata':{'name':'jane'},'spec':{'request':'" + Request.Value + "','signerName':'kubernetes.io/kube-apiserver-client','usages':['client auth'],'username':'root'}}";

    [Fact]
    public void Is_signed_with_who_asked()
    {
        var created = _requests.Created(Jane);

        Assert.Equal("jane", created.Object("spec")!.Text("username"));
        Assert.Empty(_requests.ErrorsOfCreating(Jane));
    }

    [Theory]
    [InlineData("{'spec':{'usages':['client auth','client auth']}}", "spec.usages[1]: Duplicate value: \"client auth\"")]
    [InlineData("{'spec':{'usages':[]}}", "spec.usages: Required value")]
    [InlineData("{'spec':{'expirationSeconds':60}}", "spec.expirationSeconds: Invalid value: 60: may not specify a duration less than 600 seconds (10 minutes)")]
    [InlineData("{'spec':{'signerName':'kubernetes.io/legacy-unknown'}}", "spec.signerName: Invalid value: \"kubernetes.io/legacy-unknown\": the legacy signerName is not allowed via this API version")]
    [InlineData("{'spec':{'signerName':'plain'}}", "spec.signerName: Invalid value: \"plain\": must be a fully qualified domain and path of the form 'example.com/signer-name'")]
    [InlineData("{'spec':{'request':'aGVsbG8='}}", "spec.request: Invalid value: PEM block type must be CERTIFICATE REQUEST")]
    public void Is_refused(string change, string error) => Assert.Equal([error], _requests.ErrorsOfCreating(Jane, change));

    [Fact]
    public void Is_decided_once()
    {
        const string Approve = "{'status':{'conditions':[{'type':'Approved','status':'True','reason':'r'}]}}";
        var old = _requests.Created(Jane);

        Assert.Equal(["status.conditions: Forbidden: updates may not add a condition of type \"Approved\""], _requests.ErrorsOfUpdating(old, Approve, "status"));

        var approved = _requests.Updated(old, Approve, "approval");
        Assert.Equal("2024-12-11T10:09:08Z", (approved.Object("status")!.List("conditions")![0] as TreeObject)!.Text("lastUpdateTime"));
        Assert.Empty(_requests.ErrorsOfUpdating(old, Approve, "approval"));
        Assert.Equal(["status.conditions: Forbidden: updates may not remove a condition of type \"Approved\""], _requests.ErrorsOfUpdating(approved, "{'status':{'conditions':[]}}", "approval"));
    }

    [Fact]
    public void Gets_its_certificate_as_status()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=jane", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        var issue = "{'status':{'certificate':'" + Base64(certificate.ExportCertificatePem()) + "'}}";
        var old = _requests.Created(Jane);

        Assert.Empty(_requests.ErrorsOfUpdating(old, issue, "status"));
        Assert.False(_requests.Updated(old, issue, "approval").Object("status")?.Has("certificate") ?? false);
        Assert.Equal(
            ["status.certificate: Invalid value: \"<certificate data>\": must contain at least one CERTIFICATE PEM block"],
            _requests.ErrorsOfUpdating(old, "{'status':{'certificate':'aGVsbG8='}}", "status"));
    }

    [Fact]
    public void Keeps_what_was_asked() =>
        Assert.Equal("client auth", _requests.Updated(_requests.Created(Jane), "{'spec':{'usages':['any']}}").Object("spec")!.List("usages")!.Texts().Single());

    private static string Base64(string text) => Convert.ToBase64String(Encoding.ASCII.GetBytes(text));
}
