using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Plans;

namespace CloudletK8s.Reconcilers.BootstrapTokens.Signing;

/// <summary>One signature for each token that may sign, none for others.</summary>
internal static class SignedInfoPlan
{
    private const string Content = "kubeconfig";
    private const string Prefix = "jws-kubeconfig-";

    public static Plan Decide(SignedInfoView view, DateTimeOffset now)
    {
        if (view.Info.Data?.GetValueOrDefault(Content) is not { } content)
            return Plan.Nothing;

        var data = view.Info.Data.Where(entry => !entry.Key.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary();
        foreach (var token in view.Tokens)
        {
            if (BootstrapToken.ForSigning(token, now) is var (id, secret))
                data[Prefix + id] = DetachedSignature.Of(content, id, secret);
        }

        var isRight = data.Count == view.Info.Data.Count && data.All(entry => view.Info.Data.GetValueOrDefault(entry.Key) == entry.Value);
        return isRight ? Plan.Nothing : Plan.Of(new Write.Update<ConfigMap>(view.Info with { Data = data }));
    }
}
