namespace CloudletK8s.Api.Cel.Values;

/// <summary>What type() answers, and what type names stand for.</summary>
internal sealed record CelTypeValue(string Name);
