namespace CloudletK8s.Api.CustomResources.Cel;

/// <summary>What type() answers, and what type names stand for.</summary>
internal sealed record CelType(string Name);
