using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CloudletK8s.Cloudlet.Certificates;

/// <summary>
/// The keys of one cluster: its certificate authority, the server's and the administrator's certificates, and the key that signs
/// service account tokens. The authority's private key stays in its file until something is to be signed. Made on the first start, read on every other, renewed when they come near their end.
/// </summary>
internal sealed record ClusterPki(
    X509Certificate2 Authority, X509Certificate2 Server, string AuthorityPem, string AdminCertificatePem, string AdminKeyPem,
    string ServiceAccountKeyFile, Func<X509Certificate2> OpenAuthority)
{
    private static readonly TimeSpan AuthorityLife = TimeSpan.FromDays(3650);
    private static readonly TimeSpan LeafLife = TimeSpan.FromDays(365);
    private static readonly TimeSpan RenewBefore = TimeSpan.FromDays(60);

    /// <param name="addresses">Where the server listens, beside the names that every server certificate holds.</param>
    public static ClusterPki Open(string directory, IReadOnlyList<IPAddress> addresses, TimeProvider time)
    {
        Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var files = new KeyFiles(directory);
        var now = time.GetUtcNow();

        var authority = Usable(files.ReadCertificate("ca"), now) ?? MakeAuthority(files, now);
        var server = OpenServer(files, authority, addresses, now);
        OpenAdmin(files, authority, now);
        if (!files.Exists("sa.key"))
            MakeServiceAccountKey(files);

        return new ClusterPki(
            authority, server, files.ReadText("ca.crt"), files.ReadText("admin.crt"), files.ReadText("admin.key"), files.PathOf("sa.key"),
            () => SigningAuthority(files));
    }

    private static X509Certificate2 OpenServer(
        KeyFiles files, X509Certificate2 authority, IReadOnlyList<IPAddress> addresses, DateTimeOffset now)
    {
        var names = ServerNames.Of(addresses);
        if (Usable(files.ReadWithKey("server"), now) is { } known && Issuance.IsOf(known, authority) && names.AreIn(known))
            return known;

        var request = Issuance.Leaf("CN=kube-apiserver", Issuance.ServerAuthentication, names.ToExtension(), authority);
        return Issue(files, "server", request, authority, now);
    }

    private static void OpenAdmin(KeyFiles files, X509Certificate2 authority, DateTimeOffset now)
    {
        using var known = Usable(files.ReadCertificate("admin"), now);
        if (known is not null && Issuance.IsOf(known, authority))
            return;

        var request = Issuance.Leaf("O=system:masters, CN=kubernetes-admin", Issuance.ClientAuthentication, null, authority);
        using var made = Issue(files, "admin", request, authority, now);
    }

    private static X509Certificate2 Issue(
        KeyFiles files, string name, PendingCertificate pending, X509Certificate2 authority, DateTimeOffset now)
    {
        using var signing = SigningAuthority(files);
        using (pending.Key)
        {
            var end = now + LeafLife < authority.NotAfter ? now + LeafLife : authority.NotAfter;
            using var certificate = pending.Sign(signing, Issuance.Backdated(now, authority), end);
            files.Write(name, certificate, pending.Key);
        }

        return files.ReadWithKey(name)!;
    }

    private static X509Certificate2 SigningAuthority(KeyFiles files) =>
        files.ReadWithKey("ca") ?? throw new InvalidDataException($"{files.PathOf("ca.key")} is missing.");

    private static X509Certificate2 MakeAuthority(KeyFiles files, DateTimeOffset now)
    {
        var (certificate, key) = Issuance.Authority("CN=cloudlet-ca", Issuance.Backdated(now, null), now + AuthorityLife);
        using (key)
            files.Write("ca", certificate, key);

        return certificate;
    }

    private static void MakeServiceAccountKey(KeyFiles files)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        files.WriteText("sa.pub", key.ExportSubjectPublicKeyInfoPem());
        files.WriteText("sa.key", key.ExportPkcs8PrivateKeyPem());
    }

    private static X509Certificate2? Usable(X509Certificate2? certificate, DateTimeOffset now)
    {
        if (certificate is null || (certificate.NotAfter - RenewBefore > now && certificate.NotBefore <= now))
            return certificate;

        certificate.Dispose();
        return null;
    }
}
