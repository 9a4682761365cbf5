using System.Security.Cryptography.X509Certificates;

namespace CloudletK8s.ControllerRuntime.Controllers;

/// <summary>What a host knows of its cluster and no object says. Everything is optional.</summary>
public sealed record ClusterIdentity
{
    /// <summary>The certificates, in PEM, by which clients know the API server; empty: not known.</summary>
    public string RootCertificates { get; init; } = "";

    /// <summary>Opens the authority with its private key, for whoever signs; who opens it disposes it. Null: this host does not sign.</summary>
    public Func<X509Certificate2>? Authority { get; init; }

    /// <summary>Null: this host makes no tokens.</summary>
    public IAccountTokens? Tokens { get; init; }
}
