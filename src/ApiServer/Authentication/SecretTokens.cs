using System.Security.Cryptography;
using System.Text;
using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Authentication;

/// <summary>Tokens of service accounts that a secret keeps: the old kind, without an end and without audiences.</summary>
internal sealed class SecretTokens(IClusterStore store)
{
    public const string Issuer = "kubernetes/serviceaccount";
    private const string Prefix = "kubernetes.io/serviceaccount/";

    public static TreeObject Claims(TokenSubject subject, string secret)
    {
        var claims = new TreeObject();
        claims.Set("iss", Issuer);
        claims.Set(Prefix + "namespace", subject.Namespace);
        claims.Set(Prefix + "secret.name", secret);
        claims.Set(Prefix + "service-account.name", subject.Name);
        claims.Set(Prefix + "service-account.uid", subject.Uid);
        claims.Set("sub", $"system:serviceaccount:{subject.Namespace}:{subject.Name}");
        return claims;
    }

    /// <summary>The secret must still hold this very token, and the account must be the one that it was made for.</summary>
    public async ValueTask<UserInfo?> Check(string token, TreeObject claims, CancellationToken cancellationToken)
    {
        var inNamespace = claims.Text(Prefix + "namespace") ?? "";
        var name = claims.Text(Prefix + "service-account.name") ?? "";
        var uid = claims.Text(Prefix + "service-account.uid") ?? "";
        if (await Read("secrets", inNamespace, claims.Text(Prefix + "secret.name") ?? "", cancellationToken) is not { } secret || !Holds(secret, token))
            return null;
        if (await Read("serviceaccounts", inNamespace, name, cancellationToken) is not { } account || account.Object("metadata")?.Text("uid") != uid)
            return null;

        return new(
            $"system:serviceaccount:{inNamespace}:{name}",
            ["system:serviceaccounts", $"system:serviceaccounts:{inNamespace}", UserInfo.AuthenticatedGroup]) { Uid = uid };
    }

    private async ValueTask<TreeObject?> Read(string resource, string inNamespace, string name, CancellationToken cancellationToken) =>
        await store.Resource(resource).Get(new(inNamespace, name), cancellationToken) is { } stored
        && StoredTrees.Read(stored) is var obj && obj.Object("metadata")?.Text("deletionTimestamp") is null or "" ? obj : null;

    private static bool Holds(TreeObject secret, string token) => secret.Object("data")?.Text("token") is { } kept
        && CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(kept), Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.ASCII.GetBytes(token))));
}
