namespace CloudletK8s.Api.Schemas;

/// <summary>Server-side apply owns the map or object as a whole (x-kubernetes-map-type: atomic).</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class)]
public sealed class AtomicAttribute : Attribute;
