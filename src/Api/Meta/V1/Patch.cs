using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Meta.V1;

/// <summary>Patch.</summary>
public sealed record Patch
{
}
