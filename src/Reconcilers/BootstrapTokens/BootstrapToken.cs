using System.Globalization;
using System.Text;
using CloudletK8s.Api.Core.V1;

namespace CloudletK8s.Reconcilers.BootstrapTokens;

/// <summary>Secrets of kube-system with which new nodes introduce themselves.</summary>
internal static class BootstrapToken
{
    public const string SystemNamespace = "kube-system";
    private const string SecretType = "bootstrap.kubernetes.io/token";
    private const string NamePrefix = "bootstrap-token-";

    public static bool Is(Secret secret) => secret.Type == SecretType && secret.Metadata?.Namespace == SystemNamespace;

    public static string Text(Secret secret, string key) => secret.Data?.GetValueOrDefault(key) is { } bytes ? Encoding.UTF8.GetString(bytes) : "";

    /// <summary>Null: never. A time that cannot be read lies in the past.</summary>
    public static DateTimeOffset? End(Secret secret)
    {
        var text = Text(secret, "expiration");
        if (text.Length == 0)
            return null;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var end) ? end : DateTimeOffset.MinValue;
    }

    /// <summary>The id and the secret of a token that may sign; null: it may not.</summary>
    public static (string Id, string Secret)? ForSigning(Secret secret, DateTimeOffset now)
    {
        var id = Text(secret, "token-id");
        var value = Text(secret, "token-secret");
        var isGood = secret.Metadata?.Name == NamePrefix + id && id.Length > 0 && value.Length > 0 && secret.Metadata.DeletionTimestamp is null
            && Text(secret, "usage-bootstrap-signing") == "true" && !(End(secret) <= now);
        return isGood ? (id, value) : null;
    }
}
