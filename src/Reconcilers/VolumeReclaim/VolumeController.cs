using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.Reconcilers.Volumes;

namespace CloudletK8s.Reconcilers.VolumeReclaim;

/// <summary>Volumes: their phase, and what becomes of them when their claim is gone.</summary>
internal sealed class VolumeController : PlannedController<VolumeView>
{
    private readonly ObjectCache<PersistentVolume> _volumes;
    private readonly ObjectIndex<PersistentVolume> _promised;
    private readonly ObjectIndex<PersistentVolume> _leaving;
    private readonly ObjectCache<PersistentVolumeClaim> _claims;
    private readonly ObjectIndex<Node> _hosts;

    public VolumeController(ControllerServices services) : base("persistentvolume-reclaim-controller", services)
    {
        _volumes = Sources.For<PersistentVolume>(static change => change.Current is not null);
        _promised = _volumes.Index("promised to", static volume => volume.ClaimName() is { } claim ? [claim.ToString()] : []);
        _leaving = _volumes.Index("leaving host", static volume =>
            volume.Metadata!.DeletionTimestamp is not null && HostPathProvisioner.Host(volume) is { } host ? [host] : []);
        _claims = Sources.On<PersistentVolumeClaim>(change => _promised!.Of(change.Name.ToString()).Select(static volume => ObjectName.Of(volume)));
        var nodes = Sources.On<Node>(change => change.Current is not null ? [] : _leaving!.Of(Host(change.Object)).Select(static volume => ObjectName.Of(volume)));
        _hosts = nodes.Index("host name", static node => [Host(node)]);
        Sources.Write("persistentvolumes", "persistentvolumes/status");
    }

    protected override ValueTask<VolumeView?> Read(ObjectName name, CancellationToken cancellationToken)
    {
        if (_volumes.Get(name) is not { } volume)
            return default;

        var claim = volume.ClaimName() is { } promised ? _claims.Get(promised) : null;
        return new(new VolumeView(
            volume, claim?.Metadata?.Uid == volume.Spec!.ClaimRef?.Uid ? claim : null,
            HostPathProvisioner.Host(volume) is { } host && _hosts.Count(host) == 0));
    }

    protected override Plan Decide(VolumeView snapshot, DateTimeOffset now) => VolumePlan.Decide(snapshot);

    private static string Host(Node node) => node.Metadata!.Labels?.GetValueOrDefault(HostPathProvisioner.HostnameLabel) ?? node.Metadata.Name!;
}
