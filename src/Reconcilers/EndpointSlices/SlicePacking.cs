using CloudletK8s.Api.Discovery.V1;

namespace CloudletK8s.Reconcilers.EndpointSlices;

/// <summary>
/// Puts endpoints into slices with few writes: those that are in a slice stay where they are, new ones fill slices that are written
/// anyway, then the one untouched slice that they fill best, and only then new slices.
/// </summary>
internal sealed class SlicePacking(int limit, Func<EndpointSlice, IReadOnlyDictionary<string, string>> labels, SliceChanges changes)
{
    private readonly List<(EndpointSlice Slice, List<Endpoint> Endpoints)> _written = [];
    private readonly List<EndpointSlice> _untouched = [];

    /// <param name="existing">The slices with the group's ports.</param>
    /// <param name="make">An empty slice of the group.</param>
    /// <param name="told">Every endpoint that is new or has changed.</param>
    public void Pack(SliceGroup group, IReadOnlyList<EndpointSlice> existing, Func<EndpointSlice> make, Action<Endpoint> told)
    {
        var missing = new Dictionary<EndpointIdentity, Endpoint>(group.Endpoints);
        foreach (var slice in existing)
            Keep(slice, missing, told);

        foreach (var endpoint in missing.Values)
            told(endpoint);

        // The fullest first.
        var left = new Queue<Endpoint>(missing.Values);
        foreach (var (_, endpoints) in _written.OrderByDescending(static written => written.Endpoints.Count))
            Fill(endpoints, left);

        while (left.Count > 0)
        {
            var endpoints = new List<Endpoint>();
            if (BestFit(left.Count) is { } slice)
            {
                _untouched.Remove(slice);
                endpoints.AddRange(slice.Endpoints ?? []);
                _written.Add((slice, endpoints));
                Fill(endpoints, left);
            }
            else
            {
                Fill(endpoints, left);
                changes.Creates.Add(make() with { Endpoints = endpoints });
            }
        }

        foreach (var (slice, endpoints) in _written)
            changes.Updates.Add(slice with { Metadata = slice.Metadata! with { Labels = labels(slice) }, Endpoints = endpoints });
        _written.Clear();
        _untouched.Clear();
    }

    private void Keep(EndpointSlice slice, Dictionary<EndpointIdentity, Endpoint> missing, Action<Endpoint> told)
    {
        var before = slice.Endpoints ?? [];
        var kept = new List<Endpoint>(before.Count);
        var isChanged = false;
        foreach (var endpoint in before)
        {
            if (!missing.Remove(EndpointIdentity.Of(endpoint), out var wanted))
            {
                isChanged = true;
                continue;
            }

            kept.Add(wanted);
            if (EndpointIdentity.AreAlike(endpoint, wanted))
                continue;

            isChanged = true;
            told(wanted);
        }

        if (isChanged && kept.Count == 0)
            changes.Deletes.Add(slice);
        else if (isChanged || !ReferenceEquals(labels(slice), slice.Metadata!.Labels))
            _written.Add((slice, kept));
        else
            _untouched.Add(slice);
    }

    private void Fill(List<Endpoint> endpoints, Queue<Endpoint> left)
    {
        while (endpoints.Count < limit && left.TryDequeue(out var endpoint))
            endpoints.Add(endpoint);
    }

    private EndpointSlice? BestFit(int count)
    {
        EndpointSlice? best = null;
        var least = limit;
        foreach (var slice in _untouched)
        {
            var spare = limit - count - (slice.Endpoints?.Count ?? 0);
            if (spare >= 0 && spare < least)
                (best, least) = (slice, spare);
        }

        return best;
    }
}
