using System.Text;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Plans;

namespace CloudletK8s.Reconcilers.AccountTokens;

/// <summary>Fills a secret with its account's token, and lets it go with the account.</summary>
internal static class AccountTokenPlan
{
    public static Plan Decide(AccountTokenView view)
    {
        if (view.Secret is not { } secret)
            return Plan.Of([.. view.Referring.Select(account => new Write.Update<ServiceAccount>(account with { Secrets = [.. account.Secrets!.Where(named => named.Name != view.Name)] }) { Settled = true })]);
        if (secret.Metadata!.DeletionTimestamp is not null)
            return Plan.Nothing;
        if (view.Account is not { } account)
            return Plan.Of(new Write.Delete<Secret>(secret) { Settled = true });

        var data = new Dictionary<string, byte[]>(secret.Data ?? new Dictionary<string, byte[]>());
        var certificates = Encoding.UTF8.GetBytes(view.RootCertificates);
        var isRight = true;
        if (certificates.Length > 0 && !certificates.AsSpan().SequenceEqual(data.GetValueOrDefault(TokenSecret.CertificatesKey)))
            (data[TokenSecret.CertificatesKey], isRight) = (certificates, false);
        if (!secret.Has(TokenSecret.NamespaceKey))
            (data[TokenSecret.NamespaceKey], isRight) = (Encoding.UTF8.GetBytes(secret.Metadata.Namespace ?? ""), false);
        if (view.Token is { } token)
            (data[TokenSecret.TokenKey], isRight) = (Encoding.UTF8.GetBytes(token), false);
        if (isRight)
            return Plan.Nothing;

        var annotations = new Dictionary<string, string>(secret.Metadata.Annotations!) { [TokenSecret.UidKey] = account.Metadata!.Uid ?? "" };
        return Plan.Of(new Write.Update<Secret>(secret with { Data = data, Metadata = secret.Metadata with { Annotations = annotations } }));
    }
}
