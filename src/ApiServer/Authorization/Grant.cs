namespace CloudletK8s.ApiServer.Authorization;

/// <summary>What one binding gives to one subject.</summary>
/// <param name="Reason">In Kubernetes' words, for whoever asks why.</param>
internal sealed record Grant(CompiledRule[] Rules, string Reason);
