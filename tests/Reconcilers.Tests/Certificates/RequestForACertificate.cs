using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using CloudletK8s.Api.Certificates.V1;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.Reconcilers.Certificates.Approving;
using CloudletK8s.Reconcilers.Certificates.Cleaning;
using CloudletK8s.Reconcilers.Certificates.Signing;
using CloudletK8s.TestKit.Controllers;

namespace CloudletK8s.Reconcilers.Tests.Certificates;

public sealed class RequestForACertificate : IAsyncLifetime
{
    private const string Client = "kubernetes.io/kube-apiserver-client";
    private const string KubeletClient = "kubernetes.io/kube-apiserver-client-kubelet";
    private const string KubeletServing = "kubernetes.io/kubelet-serving";

    private readonly ManualTime _time = new();
    private ControlPlane _plane = null!;

    public async Task InitializeAsync() => _plane = await ControlPlane.Start(
        services => [new ApprovingController(services), new SigningController(services), new CleaningController(services)], _time);

    public Task DisposeAsync() => _plane.DisposeAsync().AsTask();

    [Fact]
    public async Task Waits_for_somebody_to_approve_it()
    {
        await Ask(Client, "CN=alice,O=developers", ["client auth"]);
        await _plane.Quiet();

        Assert.Null((await Get()).Status!.Conditions);
        Assert.Null((await Get()).Status!.Certificate);
    }

    [Fact]
    public async Task Is_signed_once_it_is_approved()
    {
        await Ask(Client, "CN=alice,O=developers", ["client auth", "digital signature"]);
        await Approve();

        using var certificate = Certificate(await Get());
        Assert.Equal("CN=alice, O=developers", certificate.Subject);
        Assert.Equal(_time.GetUtcNow() - TimeSpan.FromMinutes(5), certificate.NotBefore.ToUniversalTime());
        Assert.Equal(_time.GetUtcNow() + TimeSpan.FromDays(365) - TimeSpan.FromMinutes(5), certificate.NotAfter.ToUniversalTime());
        Assert.Equal(["1.3.6.1.5.5.7.3.2"], certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().Single().EnhancedKeyUsages.Cast<Oid>().Select(usage => usage.Value!));
        Assert.True(IsTrusted(certificate));
    }

    [Theory]
    [InlineData(1, 600)]
    [InlineData(3600, 3600)]
    [InlineData(864_000, 864_000 - 300)]
    public async Task Is_signed_for_as_long_as_it_asks(int asked, int given)
    {
        await Ask(Client, "CN=alice", ["client auth"], expirationSeconds: Math.Max(asked, 600));
        await Approve();

        using var certificate = Certificate(await Get());
        Assert.Equal(_time.GetUtcNow().AddSeconds(given), certificate.NotAfter.ToUniversalTime());
    }

    [Theory]
    [InlineData(Client, "CN=alice", "server auth,client auth", "invalid usage for client certificate: server auth")]
    [InlineData(Client, "CN=alice", "digital signature", "missing required usage for client certificate: client auth")]
    [InlineData(KubeletClient, "CN=alice", "client auth,digital signature", "subject organization is not system:nodes")]
    [InlineData(KubeletClient, "CN=alice,O=system:nodes", "client auth,digital signature", "subject common name does not begin with system:node:")]
    [InlineData(KubeletClient, "CN=system:node:one,O=system:nodes", "client auth", "usages did not match [client auth digital signature key encipherment]")]
    [InlineData(KubeletServing, "CN=system:node:one,O=system:nodes", "server auth,digital signature", "DNS or IP subjectAltName is required")]
    public async Task Fails_when_its_signer_does_not_sign_such(string signer, string subject, string usages, string why)
    {
        await Ask(signer, subject, usages.Split(','));
        await Approve();

        var failed = (await Get()).Status!.Conditions!.Single(condition => condition.Type == "Failed");
        Assert.Equal(("True", "SignerValidationFailure", why), (failed.Status, failed.Reason, failed.Message));
        Assert.Null((await Get()).Status!.Certificate);
    }

    [Fact]
    public async Task Of_a_node_for_serving_keeps_its_names()
    {
        await Ask(KubeletServing, "CN=system:node:one,O=system:nodes", ["server auth", "digital signature"], names =>
        {
            names.AddDnsName("one.example.com");
            names.AddIpAddress(System.Net.IPAddress.Parse("10.1.2.3"));
        });
        await Approve();

        using var certificate = Certificate(await Get());
        var names = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().Single();
        Assert.Equal(["one.example.com"], names.EnumerateDnsNames());
        Assert.Equal(["10.1.2.3"], names.EnumerateIPAddresses().Select(address => address.ToString()));
    }

    [Fact]
    public async Task To_another_signer_is_left_to_it()
    {
        await Ask("example.com/mine", "CN=alice", ["client auth"]);
        await Approve();

        Assert.Null((await Get()).Status!.Certificate);
        Assert.Single((await Get()).Status!.Conditions!);
    }

    [Fact]
    public async Task Of_a_node_is_approved_for_those_who_may()
    {
        await Ask(KubeletClient, "CN=system:node:one,O=system:nodes", ["client auth", "digital signature"]);
        await _plane.Quiet();

        var approved = (await Get()).Status!.Conditions!.Single();
        Assert.Equal(
            ("Approved", "True", "AutoApproved", "Auto approving kubelet client certificate after SubjectAccessReview."),
            (approved.Type, approved.Status, approved.Reason, approved.Message));
        Assert.NotNull((await Get()).Status!.Certificate);
    }

    [Fact]
    public async Task Goes_an_hour_after_it_was_signed()
    {
        await Ask(Client, "CN=alice", ["client auth"]);
        await Approve();
        _time.Advance(TimeSpan.FromMinutes(59));
        await _plane.Quiet();
        Assert.NotNull(await _plane.Get<CertificateSigningRequest>("", "request"));

        _time.Advance(TimeSpan.FromMinutes(2));
        await _plane.Quiet();
        Assert.Null(await _plane.Get<CertificateSigningRequest>("", "request"));
    }

    [Fact]
    public async Task Goes_after_a_day_when_nobody_decides()
    {
        await Ask(Client, "CN=alice", ["client auth"]);
        await _plane.Quiet();
        _time.Advance(TimeSpan.FromHours(23));
        await _plane.Quiet();
        Assert.NotNull(await _plane.Get<CertificateSigningRequest>("", "request"));

        _time.Advance(TimeSpan.FromHours(1));
        await _plane.Quiet();
        Assert.Null(await _plane.Get<CertificateSigningRequest>("", "request"));
    }

    private async Task Ask(
        string signer, string subject, string[] usages, Action<SubjectAlternativeNameBuilder>? names = null, int? expirationSeconds = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        if (names is not null)
        {
            var builder = new SubjectAlternativeNameBuilder();
            names(builder);
            request.CertificateExtensions.Add(builder.Build());
        }

        await _plane.Create(new CertificateSigningRequest
        {
            Metadata = new() { Name = "request" },
            Spec = new()
            {
                Request = Encoding.ASCII.GetBytes(request.CreateSigningRequestPem()),
                SignerName = signer,
                Usages = usages,
                ExpirationSeconds = expirationSeconds,
            },
        });
    }

    private async Task Approve()
    {
        await _plane.Quiet();
        var request = await Get();
        if (request.Status?.Conditions is null)
        {
            var approved = request with { Status = new() { Conditions = [new() { Type = "Approved", Status = "True", Reason = "ByMe" }] } };
            (await _plane.Client.UpdatePart(approved, "approval", WriteOptions.Default, CancellationToken.None)).Required();
        }

        await _plane.Quiet();
    }

    private async Task<CertificateSigningRequest> Get() => (await _plane.Get<CertificateSigningRequest>("", "request"))!;

    private static X509Certificate2 Certificate(CertificateSigningRequest request) => X509Certificate2.CreateFromPem(Encoding.ASCII.GetString(request.Status!.Certificate!));

    private static bool IsTrusted(X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        using var authority = TestAuthority.Open();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationTime = certificate.NotBefore.AddHours(1);
        return chain.Build(certificate);
    }
}
