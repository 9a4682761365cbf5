namespace CloudletK8s.Api.Cel;

/// <summary>An evaluation that costs more than it may. Nothing makes up for it.</summary>
public sealed class CelLimitException() : Exception("operation cancelled: actual cost limit exceeded");
