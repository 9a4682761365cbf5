using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Reconcilers.GarbageCollection;
using CloudletK8s.TestKit.Controllers;

namespace CloudletK8s.Reconcilers.Tests.GarbageCollection;

/// <summary>A control plane with nothing but the garbage collector, and config maps that own each other.</summary>
public abstract class OwnersAndDependents : IAsyncLifetime
{
    protected ControlPlane Plane { get; private set; } = null!;

    protected string Namespace { get; private set; } = "";

    public async Task InitializeAsync()
    {
        Plane = await ControlPlane.Start(services => [new GarbageCollector(services)], new ManualTime());
        Namespace = await Plane.Namespace();
    }

    public Task DisposeAsync() => Plane.DisposeAsync().AsTask();

    protected Task<ConfigMap> Make(string name, params OwnerReference[] owners) => MakeIn(Namespace, name, owners);

    protected Task<ConfigMap> MakeIn(string inNamespace, string name, params OwnerReference[] owners) => Plane.Create(new ConfigMap
    {
        Metadata = new() { Name = name, Namespace = inNamespace, OwnerReferences = owners },
    });

    protected async Task<string[]> Names() => [.. (await Plane.List<ConfigMap>(Namespace)).Select(map => map.Metadata!.Name!).Order(StringComparer.Ordinal)];

    protected static OwnerReference By<T>(T owner, bool blocks = true) where T : class, IApiObject
    {
        var kind = BuiltInKinds.Of<T>();
        return new() { ApiVersion = kind.ApiVersion, Kind = kind.Kind, Name = owner.Metadata!.Name, Uid = owner.Metadata.Uid, BlockOwnerDeletion = blocks };
    }
}
