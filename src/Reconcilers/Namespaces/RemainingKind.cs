using CloudletK8s.Api.Kinds;
using CloudletK8s.ControllerRuntime.Dynamic;

namespace CloudletK8s.Reconcilers.Namespaces;

/// <summary>What is left of one resource in a namespace.</summary>
internal sealed record RemainingKind(KindInfo Kind, IReadOnlyList<PartialObject> Objects);
