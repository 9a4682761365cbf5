namespace CloudletK8s.ApiServer;

/// <summary>What a host may decide.</summary>
public sealed record ApiServerOptions
{
    /// <summary>A watch ends by itself after this; the client opens the next.</summary>
    public TimeSpan LongestWatch { get; init; } = TimeSpan.FromHours(2);

    /// <summary>Where services get their cluster IPs from.</summary>
    public string ServiceCidr { get; init; } = "10.96.0.0/12";

    public int FirstNodePort { get; init; } = 30000;

    public int LastNodePort { get; init; } = 32767;

    /// <summary>The bearer token of the administrator; empty: none.</summary>
    public string AdminToken { get; init; } = "";

    /// <summary>A PEM file with the P-256 private key that signs service accounts' tokens; empty: a key of this process only.</summary>
    public string ServiceAccountKeyFile { get; init; } = "";

    /// <summary>Names this cluster in its tokens, and is their audience unless they ask for another.</summary>
    public string ServiceAccountIssuer { get; init; } = "https://kubernetes.default.svc.cluster.local";

    /// <summary>Refuse pods whose service account does not exist. For clusters with the controller that creates the default ones.</summary>
    public bool RequireServiceAccount { get; init; }

    /// <summary>Hold claims and volumes back while they are used. For clusters with the controllers that let them go again.</summary>
    public bool ProtectStorageInUse { get; init; }

    /// <summary>Where clients reach this server, for the kubernetes service; null: not known.</summary>
    public Uri? AdvertisedUrl { get; init; }
}
