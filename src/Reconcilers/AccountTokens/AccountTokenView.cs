using CloudletK8s.Api.Core.V1;

namespace CloudletK8s.Reconcilers.AccountTokens;

/// <param name="Name">Of the secret.</param>
/// <param name="Secret">Null: it is gone.</param>
/// <param name="Account">The account that it says it is for, if that is there.</param>
/// <param name="Referring">The accounts that name the secret.</param>
/// <param name="Token">A token for the secret, where one can be made and is missing.</param>
internal sealed record AccountTokenView(
    string Name, Secret? Secret, ServiceAccount? Account, IReadOnlyList<ServiceAccount> Referring, string RootCertificates, string? Token);
