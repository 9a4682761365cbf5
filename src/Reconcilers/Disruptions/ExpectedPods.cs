namespace CloudletK8s.Reconcilers.Disruptions;

/// <summary>How many pods those who control them want.</summary>
/// <param name="Unmanaged">Whether some are controlled by nobody.</param>
/// <param name="Error">Why it cannot be told; null: it can.</param>
internal readonly record struct ExpectedPods(int Count, bool Unmanaged, string? Error = null);
