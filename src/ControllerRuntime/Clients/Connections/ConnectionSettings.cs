using System.Security.Cryptography.X509Certificates;

namespace CloudletK8s.ControllerRuntime.Clients.Connections;

/// <summary>How to reach an API server, and as whom.</summary>
public sealed record ConnectionSettings(Uri Server)
{
    /// <summary>Who may vouch for the server; none: the machine's authorities.</summary>
    public X509Certificate2Collection Authorities { get; init; } = [];

    /// <summary>The name in the server's certificate where it is not the one in its address; empty: it is.</summary>
    public string ServerName { get; init; } = "";

    public X509Certificate2? ClientCertificate { get; init; }

    /// <summary>A bearer token; empty: none.</summary>
    public string Token { get; init; } = "";

    /// <summary>A file with a token that is renewed from time to time; goes before <see cref="Token"/>.</summary>
    public string TokenFile { get; init; } = "";

    /// <summary>The namespace that is meant where none is given.</summary>
    public string Namespace { get; init; } = "default";
}
