using CloudletK8s.Api.Cel.Types;

namespace CloudletK8s.Api.Cel;

/// <summary>A checked part of an expression.</summary>
internal readonly record struct CelNode(CelType Type, Func<CelRun, object?> Value);
