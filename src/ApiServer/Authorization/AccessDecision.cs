namespace CloudletK8s.ApiServer.Authorization;

/// <param name="Reason">Why, for reviews; may be empty.</param>
public readonly record struct AccessDecision(bool Allowed, string Reason);
