using CloudletK8s.Api.Core.V1;

namespace CloudletK8s.Reconcilers.BootstrapTokens.Signing;

/// <param name="Info">What new nodes are shown before they trust anybody.</param>
/// <param name="Tokens">Every bootstrap token there is.</param>
internal sealed record SignedInfoView(ConfigMap Info, IReadOnlyList<Secret> Tokens);
