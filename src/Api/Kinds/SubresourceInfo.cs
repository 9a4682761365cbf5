using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Kinds;

/// <param name="Schema">What travels there.</param>
/// <param name="ApiVersion">Of what travels there.</param>
public sealed record SubresourceInfo(string Name, IReadOnlyList<string> Verbs, Schema Schema, string ApiVersion, string Kind);
