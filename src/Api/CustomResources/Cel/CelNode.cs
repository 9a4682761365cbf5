namespace CloudletK8s.Api.CustomResources.Cel;

/// <param name="Value">Evaluates the expression.</param>
/// <param name="IsThere">Where the expression selects a member: is it there?</param>
internal sealed record CelNode(Func<CelScope, object?> Value, Func<CelScope, bool>? IsThere = null);
