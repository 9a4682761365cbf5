namespace CloudletK8s.Api.CustomResources.Cel;

/// <summary>An expression that is none, or whose evaluation has no value.</summary>
public sealed class CelException(string message) : Exception(message);
