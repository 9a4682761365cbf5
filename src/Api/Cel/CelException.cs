namespace CloudletK8s.Api.Cel;

/// <summary>An evaluation that has no value. The sides of a logical operator may make up for each other's.</summary>
public sealed class CelException(string message) : Exception(message);
