using System.Net;
using System.Security.Cryptography.X509Certificates;
using CloudletK8s.Cloudlet.Certificates;
using CloudletK8s.TestKit.Servers;

namespace CloudletK8s.Cloudlet.Tests.Certificates;

public sealed class CertificatesOfACluster : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly TestDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Name_the_server_under_every_name_that_clients_use()
    {
        var names = Open(Start).Server.Extensions.OfType<X509SubjectAlternativeNameExtension>().Single();

        Assert.Superset(
            new HashSet<string> { "localhost", "kubernetes", "kubernetes.default", "kubernetes.default.svc", "kubernetes.default.svc.cluster.local" },
            names.EnumerateDnsNames().ToHashSet());
        Assert.Superset(
            new HashSet<IPAddress> { IPAddress.Loopback, IPAddress.IPv6Loopback, IPAddress.Parse("10.96.0.1"), IPAddress.Parse("192.0.2.7") },
            names.EnumerateIPAddresses().ToHashSet());
    }

    [Fact]
    public void Stay_as_they_are_from_start_to_start()
    {
        var first = Open(Start);
        var second = Open(Start.AddDays(200));

        Assert.Equal(first.Server.Thumbprint, second.Server.Thumbprint);
        Assert.Equal(first.AdminCertificatePem, second.AdminCertificatePem);
    }

    [Fact]
    public void Are_renewed_before_they_end_by_the_same_authority()
    {
        var first = Open(Start);
        var second = Open(Start.AddDays(320));

        Assert.Equal(first.Authority.Thumbprint, second.Authority.Thumbprint);
        Assert.NotEqual(first.Server.Thumbprint, second.Server.Thumbprint);
        Assert.NotEqual(first.AdminCertificatePem, second.AdminCertificatePem);
        Assert.True(second.Server.NotAfter > Start.AddDays(500));
    }

    [Fact]
    public void Are_issued_anew_when_the_server_gets_another_address()
    {
        var first = Open(Start);
        var second = ClusterPki.Open(_directory.Path, [IPAddress.Parse("192.0.2.8")], new FixedTime(Start));

        Assert.NotEqual(first.Server.Thumbprint, second.Server.Thumbprint);
        Assert.Equal(first.AdminCertificatePem, second.AdminCertificatePem);
    }

    [Fact]
    public void Are_made_again_when_a_crash_left_only_half_of_a_pair()
    {
        var first = Open(Start);
        File.Delete(Path.Combine(_directory.Path, "server.crt"));

        var second = Open(Start);

        Assert.NotEqual(first.Server.Thumbprint, second.Server.Thumbprint);
        Assert.True(second.Server.HasPrivateKey);
    }

    [Fact]
    public void Let_in_the_administrator_and_nobody_of_another_authority_or_for_another_use()
    {
        // Chains are judged by the real clock.
        var pki = ClusterPki.Open(_directory.Path, [], TimeProvider.System);
        using var otherDirectory = new TestDirectory();
        var other = ClusterPki.Open(otherDirectory.Path, [], TimeProvider.System);
        var trust = new ClientTrust(pki.Authority);

        Assert.True(trust.Accepts(X509Certificate2.CreateFromPem(pki.AdminCertificatePem), null, default));
        Assert.False(trust.Accepts(X509Certificate2.CreateFromPem(other.AdminCertificatePem), null, default));
        Assert.False(trust.Accepts(pki.Server, null, default));
    }

    private ClusterPki Open(DateTimeOffset now) => ClusterPki.Open(_directory.Path, [IPAddress.Parse("192.0.2.7"), IPAddress.Any], new FixedTime(now));

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
