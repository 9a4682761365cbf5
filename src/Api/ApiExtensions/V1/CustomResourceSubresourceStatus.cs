using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.ApiExtensions.V1;

/// <summary>CustomResourceSubresourceStatus.</summary>
public sealed record CustomResourceSubresourceStatus
{
}
