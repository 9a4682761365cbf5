using CloudletK8s.Api.Autoscaling.V2;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Metrics.V1Beta1;
using CloudletK8s.Api.Records;
using CloudletK8s.Api.Selectors;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Clients.Transports;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.Reconcilers.Scales;

namespace CloudletK8s.Reconcilers.Autoscaling.Metrics;

/// <summary>Asks the three metrics APIs.</summary>
internal sealed class ApiMetricsReader(ControllerServices services, ScaleTargets kinds) : IMetricsReader
{
    private static readonly TimeSpan DefaultWindow = TimeSpan.FromMinutes(1);

    public async ValueTask<MetricReading<Dictionary<string, PodSample>>> OfResource(
        string resource, string inNamespace, LabelRequirements selector, string? container, CancellationToken cancellationToken)
    {
        IReadOnlyList<PodMetrics> measured;
        try
        {
            var answer = await services.Client.List<PodMetrics>(inNamespace, new() { LabelSelector = selector.ToString() }, cancellationToken);
            if (answer is ApiResult<ResourceList<PodMetrics>>.Failed failed)
                return Unfetched(failed.Status);
            measured = answer.Required().Items;
        }
        catch (ApiStatusException refusal)
        {
            return Unfetched(refusal.Status);
        }

        var samples = new Dictionary<string, PodSample>(StringComparer.Ordinal);
        foreach (var pod in measured)
        {
            if (Sum(pod, resource, container) is { } milli)
                samples[pod.Metadata!.Name!] = new(milli, pod.Timestamp ?? services.Time.GetUtcNow(), pod.Window ?? DefaultWindow);
        }

        return samples.Count > 0 ? MetricReading<Dictionary<string, PodSample>>.Of(samples)
            : MetricReading<Dictionary<string, PodSample>>.Failed("no metrics returned from resource metrics API");
    }

    public async ValueTask<MetricReading<Dictionary<string, PodSample>>> OfPods(
        MetricIdentifier metric, string inNamespace, LabelRequirements selector, CancellationToken cancellationToken)
    {
        var query = Query(("labelSelector", selector.ToString()), ("metricLabelSelector", Text(metric.Selector)));
        var (values, error) = await Custom(MetricCalls.Custom(inNamespace, "pods", "*", metric.Name ?? "", query), cancellationToken);
        if (error is not null)
            return MetricReading<Dictionary<string, PodSample>>.Failed(error);

        var samples = new Dictionary<string, PodSample>(StringComparer.Ordinal);
        foreach (var value in values)
        {
            samples[value.DescribedObject?.Name ?? ""] = new(
                value.Value?.MilliValue() ?? 0, value.Timestamp ?? services.Time.GetUtcNow(),
                value.WindowSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : DefaultWindow);
        }

        return samples.Count > 0 ? MetricReading<Dictionary<string, PodSample>>.Of(samples)
            : MetricReading<Dictionary<string, PodSample>>.Failed("no metrics returned from custom metrics API");
    }

    public async ValueTask<MetricReading<long[]>> OfObject(
        MetricIdentifier metric, string inNamespace, CrossVersionObjectReference described, CancellationToken cancellationToken)
    {
        var kind = await kinds.Find(described.ApiVersion, described.Kind, cancellationToken);
        var resource = described.Kind == "Namespace" ? "metrics" : kind?.GroupResource;
        if (resource is null)
            return MetricReading<long[]>.Failed($"no matches for kind \"{described.Kind}\" in version \"{described.ApiVersion}\"");

        var query = Query(("metricLabelSelector", Text(metric.Selector)));
        var (values, error) = await Custom(MetricCalls.Custom(inNamespace, resource, described.Name ?? "", metric.Name ?? "", query), cancellationToken);
        return error is not null ? MetricReading<long[]>.Failed(error)
            : values.Count > 0 ? MetricReading<long[]>.Of([values[0].Value?.MilliValue() ?? 0])
            : MetricReading<long[]>.Failed("no metrics returned from custom metrics API");
    }

    public async ValueTask<MetricReading<long[]>> OfOutside(MetricIdentifier metric, string inNamespace, CancellationToken cancellationToken)
    {
        var answer = await services.Transport.Send(
            MetricCalls.External(inNamespace, metric.Name ?? "", Query(("labelSelector", Text(metric.Selector)))), cancellationToken);
        if (answer.Code >= 300)
            return MetricReading<long[]>.Failed($"unable to fetch metrics from external metrics API: {Message(answer)}");

        var values = RecordBinder.Read<ExternalMetricValueList>(answer.Body).Items ?? [];
        return values.Count > 0 ? MetricReading<long[]>.Of([.. values.Select(value => value.Value?.MilliValue() ?? 0)])
            : MetricReading<long[]>.Failed("no metrics returned from external metrics API");
    }

    private async ValueTask<(IReadOnlyList<CustomMetricValue> Values, string? Error)> Custom(ApiCall call, CancellationToken cancellationToken)
    {
        var answer = await services.Transport.Send(call, cancellationToken);
        return answer.Code >= 300
            ? ([], $"unable to fetch metrics from custom metrics API: {Message(answer)}")
            : (RecordBinder.Read<CustomMetricValueList>(answer.Body).Items ?? [], null);
    }

    /// <summary>Null: a container that counts was not measured, and a part says nothing of the whole.</summary>
    private static long? Sum(PodMetrics pod, string resource, string? container)
    {
        var sum = 0L;
        var found = false;
        foreach (var measured in pod.Containers ?? [])
        {
            if (container is not null && measured.Name != container)
                continue;
            if (measured.Usage?.TryGetValue(resource, out var usage) != true)
                return null;

            sum += usage.MilliValue();
            found = true;
        }

        return found ? sum : null;
    }

    private static MetricReading<Dictionary<string, PodSample>> Unfetched(Status status) =>
        MetricReading<Dictionary<string, PodSample>>.Failed($"unable to fetch metrics from resource metrics API: {status.Message}");

    private static string Message(ApiAnswer answer) => RecordBinder.Read<Status>(answer.Body).Message ?? "";

    private static string Text(LabelSelector? selector) =>
        selector is not null && LabelRequirements.TryRead(selector, out var requirements, out _) ? requirements.ToString() : "";

    private static List<KeyValuePair<string, string>> Query(params ReadOnlySpan<(string Name, string Value)> given)
    {
        var query = new List<KeyValuePair<string, string>>();
        foreach (var (name, value) in given)
        {
            if (value.Length > 0)
                query.Add(new(name, value));
        }

        return query;
    }
}
