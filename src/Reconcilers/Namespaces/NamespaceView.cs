using CloudletK8s.Api.Core.V1;

namespace CloudletK8s.Reconcilers.Namespaces;

/// <param name="Namespace">Null: it is gone.</param>
/// <param name="Content">Resources of which something is left.</param>
/// <param name="DiscoveryError">Why it is not known what there is; empty: it is.</param>
/// <param name="ListErrors">Why it is not known what is left of a resource.</param>
internal sealed record NamespaceView(
    Namespace? Namespace, IReadOnlyList<RemainingKind> Content, string DiscoveryError = "", IReadOnlyList<string>? ListErrors = null);
