using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Plans;

namespace CloudletK8s.Reconcilers.AccountTokens;

/// <summary>Secrets with tokens of service accounts.</summary>
internal sealed class AccountTokenController : PlannedController<AccountTokenView>
{
    private readonly ObjectCache<Secret> _secrets;
    private readonly ObjectCache<ServiceAccount> _accounts;
    private readonly ObjectIndex<Secret> _byAccount;
    private readonly ObjectIndex<ServiceAccount> _bySecret;

    public AccountTokenController(ControllerServices services) : base("serviceaccount-token-controller", services)
    {
        _secrets = Sources.For<Secret>(static change => change.Object.IsTokenSecret());
        _accounts = Sources.On<ServiceAccount>(TokensOf);
        Sources.Write("secrets", "serviceaccounts");
        _byAccount = _secrets.Index("token of account", static secret => secret.IsTokenSecret() ? [$"{secret.Metadata!.Namespace}/{secret.AccountName()}"] : []);
        _bySecret = _accounts.Index("secret", static account => (account.Secrets ?? []).Select(named => $"{account.Metadata!.Namespace}/{named.Name}"));
    }

    protected override ValueTask<AccountTokenView?> Read(ObjectName name, CancellationToken cancellationToken)
    {
        if (_secrets.Get(name) is not { } secret)
            return new(new AccountTokenView(name.Name, null, null, _bySecret.Of(name.ToString()), "", null));
        if (!secret.IsTokenSecret())
            return default;

        var account = _accounts.Get(name.Namespace, secret.AccountName());
        if (account is not null && secret.AccountUid().Length > 0 && secret.AccountUid() != account.Metadata!.Uid)
            account = null;

        var token = account is null || secret.Has(TokenSecret.TokenKey) ? null
            : Services.Identity.Tokens?.Make(name.Namespace, account.Metadata!.Name!, account.Metadata.Uid!, name.Name);
        return new(new AccountTokenView(name.Name, secret, account, [], Services.Identity.RootCertificates, token));
    }

    protected override Plan Decide(AccountTokenView snapshot, DateTimeOffset now) => AccountTokenPlan.Decide(snapshot);

    /// <summary>An account that comes may be waited for, one that goes takes its tokens with it.</summary>
    private IEnumerable<ObjectName> TokensOf(ObjectChange<ServiceAccount> change) =>
        change.Previous is not null && change.Current is not null && change.Previous.Metadata?.Uid == change.Current.Metadata?.Uid ? []
        : _byAccount.Of(change.Name.ToString()).Select(secret => ObjectName.Of(secret));
}
