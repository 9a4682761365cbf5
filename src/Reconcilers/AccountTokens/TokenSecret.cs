using CloudletK8s.Api.Core.V1;

namespace CloudletK8s.Reconcilers.AccountTokens;

/// <summary>Secrets that hold the token of an account, which their annotations name.</summary>
internal static class TokenSecret
{
    public const string SecretType = "kubernetes.io/service-account-token";
    public const string NameKey = "kubernetes.io/service-account.name";
    public const string UidKey = "kubernetes.io/service-account.uid";
    public const string TokenKey = "token";
    public const string NamespaceKey = "namespace";
    public const string CertificatesKey = "ca.crt";

    public static bool IsTokenSecret(this Secret secret) => secret.Type == SecretType && secret.AccountName().Length > 0;

    public static string AccountName(this Secret secret) => secret.Metadata?.Annotations?.GetValueOrDefault(NameKey) ?? "";

    /// <summary>Empty: not said yet.</summary>
    public static string AccountUid(this Secret secret) => secret.Metadata?.Annotations?.GetValueOrDefault(UidKey) ?? "";

    public static bool Has(this Secret secret, string key) => secret.Data?.GetValueOrDefault(key) is { Length: > 0 };
}
