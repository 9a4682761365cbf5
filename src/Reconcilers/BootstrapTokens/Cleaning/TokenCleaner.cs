using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.ControllerRuntime.Work;

namespace CloudletK8s.Reconcilers.BootstrapTokens.Cleaning;

/// <summary>Removes bootstrap tokens when they expire.</summary>
internal sealed class TokenCleaner : PlannedController<Secret>
{
    private readonly ObjectCache<Secret> _secrets;

    public TokenCleaner(ControllerServices services) : base("token-cleaner-controller", services)
    {
        _secrets = Sources.For<Secret>(static change => change.Current is { } secret && BootstrapToken.Is(secret));
        Sources.Write("secrets");
    }

    public static Plan PlanOf(Secret secret, DateTimeOffset now) => BootstrapToken.End(secret) switch
    {
        null => Plan.Nothing,
        { } end when end <= now => Plan.Of(new Write.Delete<Secret>(secret) { Settled = true }),
        { } end => new() { Result = new ReconcileResult.RequeueAfter(end - now, "the token expires") },
    };

    protected override ValueTask<Secret?> Read(ObjectName name, CancellationToken cancellationToken) =>
        new(_secrets.Get(name) is { } secret && BootstrapToken.Is(secret) ? secret : null);

    protected override Plan Decide(Secret snapshot, DateTimeOffset now) => PlanOf(snapshot, now);
}
