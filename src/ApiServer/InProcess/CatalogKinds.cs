using CloudletK8s.Api.Kinds;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.ControllerRuntime.Dynamic;

namespace CloudletK8s.ApiServer.InProcess;

/// <summary>The kinds that the server in this process serves.</summary>
public sealed class CatalogKinds(ServedResources served) : IServedKinds
{
    private volatile StoredKinds? _known;

    public event Action? Changed
    {
        add => served.Changed += value;
        remove => served.Changed -= value;
    }

    public async ValueTask<IReadOnlyList<KindInfo>> Newest(CancellationToken cancellationToken)
    {
        await served.Newest(cancellationToken);
        return Current.All;
    }

    public KindInfo? OfResource(string groupResource) => Current.ByResource.GetValueOrDefault(groupResource);

    public KindInfo? OfKind(string apiVersion, string kind) => Current.ByKind.GetValueOrDefault((apiVersion, kind));

    internal StoredKinds Current
    {
        get
        {
            var catalog = served.Current;
            return _known is { } known && known.Catalog == catalog ? known : _known = new(catalog);
        }
    }
}
