using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.Reconcilers.Volumes;

namespace CloudletK8s.Reconcilers.ClaimProtection;

/// <summary>A claim that is deleted stays until no pod uses it.</summary>
internal sealed class ClaimProtectionController : PlannedController<UsedClaim>
{
    private const string Finalizer = "kubernetes.io/pvc-protection";

    private readonly ObjectCache<PersistentVolumeClaim> _claims;
    private readonly ObjectIndex<Pod> _users;

    public ClaimProtectionController(ControllerServices services) : base("pvc-protection-controller", services)
    {
        _claims = Sources.For<PersistentVolumeClaim>(static change => change.Current is { Metadata: { } metadata }
            && (metadata.DeletionTimestamp is not null || metadata.Finalizers?.Contains(Finalizer) != true));
        _users = ClaimUsers.ByClaim(Sources.On<Pod>(Freed));
        Sources.Write("persistentvolumeclaims");
    }

    protected override ValueTask<UsedClaim?> Read(ObjectName name, CancellationToken cancellationToken) => _claims.Get(name) is not { } claim
        ? default
        : new(new UsedClaim(claim, _users.Of(name.ToString()).Any(static pod => pod.Spec?.NodeName is { Length: > 0 })));

    /// <summary>A pod without a node uses nothing: none will start it with a claim that is going.</summary>
    protected override Plan Decide(UsedClaim snapshot, DateTimeOffset now) => Protection.Decide(
        snapshot.Claim, Finalizer, snapshot.IsUsed, static (claim, metadata) => claim with { Metadata = metadata });

    private IEnumerable<ObjectName> Freed(ObjectChange<Pod> change) => change.Current is not null ? []
        : ClaimUsers.Claims(change.Object).Where(claim => _claims.Get(claim)?.Metadata?.DeletionTimestamp is not null);
}
