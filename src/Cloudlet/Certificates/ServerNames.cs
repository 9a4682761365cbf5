using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace CloudletK8s.Cloudlet.Certificates;

/// <summary>The names and addresses under which clients reach the server.</summary>
internal sealed record ServerNames(IReadOnlyList<string> Names, IReadOnlyList<IPAddress> Addresses)
{
    /// <summary>The first address of the service range: the `kubernetes` service.</summary>
    private static readonly IPAddress FirstService = IPAddress.Parse("10.96.0.1");

    public static ServerNames Of(IReadOnlyList<IPAddress> listening) => new(
        new[]
        {
            "localhost", Environment.MachineName.ToLowerInvariant(), "kubernetes", "kubernetes.default", "kubernetes.default.svc",
            "kubernetes.default.svc.cluster.local",
        }.Distinct().ToArray(),
        new[] { IPAddress.Loopback, IPAddress.IPv6Loopback, FirstService }.Concat(listening.Where(IsNameable)).Distinct().ToArray());

    public X509Extension ToExtension()
    {
        var builder = new SubjectAlternativeNameBuilder();
        foreach (var name in Names)
            builder.AddDnsName(name);

        foreach (var address in Addresses)
            builder.AddIpAddress(address);

        return builder.Build();
    }

    public bool AreIn(X509Certificate2 certificate)
    {
        var known = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().FirstOrDefault();
        return known is not null
            && !Names.Except(known.EnumerateDnsNames(), StringComparer.OrdinalIgnoreCase).Any()
            && !Addresses.Except(known.EnumerateIPAddresses()).Any();
    }

    private static bool IsNameable(IPAddress address) => !address.Equals(IPAddress.Any) && !address.Equals(IPAddress.IPv6Any);
}
