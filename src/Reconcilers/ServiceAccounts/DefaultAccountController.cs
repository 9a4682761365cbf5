using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.Reconcilers.Namespaces;

namespace CloudletK8s.Reconcilers.ServiceAccounts;

/// <summary>Each namespace has an account "default", whoever deletes it.</summary>
internal sealed class DefaultAccountController : PlannedController<DefaultAccountView>
{
    private const string AccountName = "default";

    private readonly ObjectCache<Namespace> _namespaces;
    private readonly ObjectCache<ServiceAccount> _accounts;

    public DefaultAccountController(ControllerServices services) : base("serviceaccount-controller", services)
    {
        _namespaces = Sources.For<Namespace>(static change => change.Current?.IsActive() == true);
        _accounts = Sources.On<ServiceAccount>(static change =>
            change.Current is null && change.Name.Name == AccountName ? [ObjectName.OfCluster(change.Name.Namespace)] : []);
        Sources.Write("serviceaccounts");
    }

    public static Plan Decide(DefaultAccountView view) => EachNamespacePlan.Of(
        view.Account is not null || !view.Namespace.IsActive() ? null
        : new Write.Create<ServiceAccount>(new() { Metadata = new() { Name = AccountName, Namespace = view.Namespace.Metadata!.Name } }) { Settled = true });

    protected override ValueTask<DefaultAccountView?> Read(ObjectName name, CancellationToken cancellationToken) =>
        new(_namespaces.Get(name) is { } ns ? new DefaultAccountView(ns, _accounts.Get(name.Name, AccountName)) : null);

    protected override Plan Decide(DefaultAccountView snapshot, DateTimeOffset now) => Decide(snapshot);
}
