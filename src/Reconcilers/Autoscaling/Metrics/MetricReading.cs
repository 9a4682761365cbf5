namespace CloudletK8s.Reconcilers.Autoscaling.Metrics;

/// <summary>What a source of metrics answered.</summary>
/// <param name="Error">Why there is no value; null: there is.</param>
internal sealed record MetricReading<T>(T? Value, string? Error) where T : class
{
    public static MetricReading<T> Of(T value) => new(value, null);

    public static MetricReading<T> Failed(string error) => new(null, error);
}
