namespace CloudletK8s.Api.Apply;

/// <summary>Carries out of the recursion why a value does not fit its schema; never leaves this folder.</summary>
public sealed class ApplyFailedException(string message) : Exception(message);
