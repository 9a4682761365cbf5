using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Plans;

namespace CloudletK8s.Reconcilers.BootstrapTokens.Signing;

/// <summary>Signs the cluster's public information with every bootstrap token, so that who knows one can trust it.</summary>
internal sealed class BootstrapSigner : PlannedController<SignedInfoView>
{
    private static readonly ObjectName Info = new("kube-public", "cluster-info");

    private readonly ObjectCache<ConfigMap> _maps;
    private readonly ObjectCache<Secret> _secrets;

    public BootstrapSigner(ControllerServices services) : base("bootstrap-signer-controller", services)
    {
        _maps = Sources.For<ConfigMap>(static change => change.Name == Info);
        _secrets = Sources.On<Secret>(static change => BootstrapToken.Is(change.Object) ? [Info] : []);
        Sources.Write("configmaps");
    }

    protected override ValueTask<SignedInfoView?> Read(ObjectName name, CancellationToken cancellationToken) => new(
        _maps.Get(name) is { } info ? new SignedInfoView(info, [.. _secrets.InNamespace(BootstrapToken.SystemNamespace).Where(BootstrapToken.Is)]) : null);

    protected override Plan Decide(SignedInfoView snapshot, DateTimeOffset now) => SignedInfoPlan.Decide(snapshot, now);
}
