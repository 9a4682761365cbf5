namespace CloudletK8s.Api.CustomResources.Cel;

/// <summary>An expression that is none, or whose evaluation has no value.</summary>
internal sealed class CelException(string message) : Exception(message);
