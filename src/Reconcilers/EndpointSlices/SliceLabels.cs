using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Discovery.V1;
using CloudletK8s.Reconcilers.ServicePods;

namespace CloudletK8s.Reconcilers.EndpointSlices;

/// <summary>Slices carry the labels of their service, besides their own three.</summary>
internal sealed class SliceLabels
{
    private readonly Dictionary<string, string> _labels;

    public SliceLabels(Service service, string manager)
    {
        _labels = new(service.Metadata!.Labels ?? new Dictionary<string, string>())
        {
            [SliceIndexes.ServiceNameLabel] = service.Metadata.Name!,
            [SliceIndexes.ManagedByLabel] = manager,
        };
        if (service.HasClusterIP())
            _labels.Remove(ServiceEndpointFacts.HeadlessLabel);
        else
            _labels[ServiceEndpointFacts.HeadlessLabel] = "";
    }

    public IReadOnlyDictionary<string, string> All => _labels;

    /// <summary>The slice's own if they are as they should be.</summary>
    public IReadOnlyDictionary<string, string> For(EndpointSlice slice) =>
        slice.Metadata?.Labels is { } labels && labels.Count == _labels.Count && LabelPairs.Match(_labels, labels) ? labels : _labels;
}
