namespace CloudletK8s.Reconcilers.NodeLifecycle;

/// <summary>How long a silent node is believed.</summary>
internal sealed record NodeMonitorOptions
{
    /// <summary>Since its last lease or status.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(50);

    /// <summary>Since its creation, before it has said anything.</summary>
    public TimeSpan StartupGrace { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// For hosts that do not live long enough to see a node renew: what a lease says counts, by the node's clock. A host that
    /// lives on goes by when it saw a renewal, so that a node whose clock is wrong is not taken for lost.
    /// </summary>
    public bool TrustNodeClocks { get; init; }
}
