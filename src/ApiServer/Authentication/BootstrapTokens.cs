using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Authentication;

/// <summary>Tokens with which new nodes introduce themselves: secrets of kube-system named bootstrap-token-….</summary>
internal sealed partial class BootstrapTokens(IResourceStore secrets, TimeProvider time)
{
    private const string Group = "system:bootstrappers";

    public async ValueTask<UserInfo?> Find(string token, CancellationToken cancellationToken)
    {
        if (!Form().IsMatch(token))
            return null;

        var id = token[..token.IndexOf('.')];
        if (await secrets.Get(new("kube-system", $"bootstrap-token-{id}"), cancellationToken) is not { } stored)
            return null;

        var secret = StoredTrees.Read(stored);
        if (secret.Text("type") != "bootstrap.kubernetes.io/token" || secret.Object("metadata")?.Text("deletionTimestamp") is { Length: > 0 })
            return null;

        var data = secret.Object("data");
        var given = Encoding.UTF8.GetBytes(token[(id.Length + 1)..]);
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Text(data, "token-secret")), given)
            && Text(data, "token-id") == id
            && Text(data, "usage-bootstrap-authentication") == "true"
            && !IsExpired(Text(data, "expiration"))
            ? new($"system:bootstrap:{id}", Groups(Text(data, "auth-extra-groups")))
            : null;
    }

    private bool IsExpired(string expiration) => expiration.Length > 0
        && (!DateTimeOffset.TryParse(expiration, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var end) || end <= time.GetUtcNow());

    private static List<string> Groups(string extra) =>
    [
        Group,
        .. extra.Split(',', StringSplitOptions.RemoveEmptyEntries).Where(group => group.StartsWith(Group + ":", StringComparison.Ordinal)),
        UserInfo.AuthenticatedGroup,
    ];

    private static string Text(TreeObject? data, string name)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(data?.Text(name) ?? ""));
        }
        catch (FormatException)
        {
            return "";
        }
    }

    [GeneratedRegex(@"\A[a-z0-9]{6}\.[a-z0-9]{16}\z")]
    private static partial Regex Form();
}
