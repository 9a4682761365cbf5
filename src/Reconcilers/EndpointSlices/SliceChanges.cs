using CloudletK8s.Api.Discovery.V1;

namespace CloudletK8s.Reconcilers.EndpointSlices;

/// <summary>What has to happen to the slices of a service.</summary>
internal sealed class SliceChanges
{
    /// <summary>Without names yet.</summary>
    public List<EndpointSlice> Creates { get; } = [];

    public List<EndpointSlice> Updates { get; } = [];

    public List<EndpointSlice> Deletes { get; } = [];

    /// <summary>Turns slices that would be deleted into those that would be made: one write for two, and no name is lost.</summary>
    public void Recycle(Func<EndpointSlice, bool> isOwned)
    {
        for (var i = 0; i < Deletes.Count && Creates.Count > 0;)
        {
            var old = Deletes[i];
            var at = isOwned(old) ? Creates.FindLastIndex(made => made.AddressType == old.AddressType) : -1;
            if (at < 0)
            {
                i++;
                continue;
            }

            var made = Creates[at];
            Creates.RemoveAt(at);
            Deletes.RemoveAt(i);
            Updates.Add(made with
            {
                Metadata = old.Metadata! with { Labels = made.Metadata!.Labels, OwnerReferences = made.Metadata.OwnerReferences },
            });
        }
    }
}
