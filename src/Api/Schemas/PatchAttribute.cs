namespace CloudletK8s.Api.Schemas;

/// <summary>How a strategic merge patch treats a list or object.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PatchAttribute : Attribute
{
    /// <summary>Lists are merged, not replaced.</summary>
    public bool Merge { get; init; }

    /// <summary>The field that tells the items of a merged list apart.</summary>
    public string? MergeKey { get; init; }

    /// <summary>Keys that the patch does not name are dropped.</summary>
    public bool RetainKeys { get; init; }
}
