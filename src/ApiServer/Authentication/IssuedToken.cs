namespace CloudletK8s.ApiServer.Authentication;

public sealed record IssuedToken(string Token, DateTimeOffset Expires);
