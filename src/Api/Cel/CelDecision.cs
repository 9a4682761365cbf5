namespace CloudletK8s.Api.Cel;

/// <param name="Error">Why nothing could be decided; empty when it could.</param>
public sealed record CelDecision(bool Allowed, string Reason, string Error = "");
