using System.Collections.Concurrent;
using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Authentication;

/// <summary>The tokens of service accounts: valid until they expire or what they are bound to is gone.</summary>
internal sealed class ServiceAccountTokens(IClusterStore store, SigningKey key, string issuer, TimeProvider time) : ITokenIssuer
{
    private const string PrivateClaims = "kubernetes.io";

    /// <summary>Checked signatures that are remembered; more clients than this pay for each check.</summary>
    private const int RememberedTokens = 8192;

    private readonly ConcurrentDictionary<string, TreeObject> _checked = new();
    private readonly SecretTokens _ofSecrets = new(store);

    public string DefaultAudience => issuer;

    public IssuedToken Issue(TokenSubject subject, IReadOnlyList<string> audiences, TimeSpan lifetime, DateTimeOffset now)
    {
        var expires = now + lifetime;
        var claims = new TreeObject();
        claims.Set("aud", TreeList.OfTexts(audiences));
        claims.Set("exp", expires.ToUnixTimeSeconds());
        claims.Set("iat", now.ToUnixTimeSeconds());
        claims.Set("iss", issuer);
        claims.Set("jti", Guid.NewGuid().ToString());
        claims.Set(PrivateClaims, Private(subject));
        claims.Set("nbf", now.ToUnixTimeSeconds());
        claims.Set("sub", $"system:serviceaccount:{subject.Namespace}:{subject.Name}");
        return new(WebToken.Sign(claims, key), expires);
    }

    public string IssueForSecret(TokenSubject subject, string secret) => WebToken.Sign(SecretTokens.Claims(subject, secret), key);

    public async ValueTask<UserInfo?> Check(string token, IReadOnlyList<string> audiences, CancellationToken cancellationToken)
    {
        var claims = Open(token);
        if (claims?.Text("iss") == SecretTokens.Issuer)
            return audiences.Contains(issuer) ? await _ofSecrets.Check(token, claims, cancellationToken) : null;
        if (claims is null || !IsTimely(claims) || !(claims.List("aud")?.Texts() ?? []).Any(audiences.Contains))
            return null;

        var own = claims.Object(PrivateClaims);
        var inNamespace = own?.Text("namespace") ?? "";
        var account = own?.Object("serviceaccount");
        if (account is null || !await Exists("serviceaccounts", inNamespace, account, cancellationToken))
            return null;

        if (own!.Object("pod") is { } pod && !await Exists("pods", inNamespace, pod, cancellationToken))
            return null;
        if (own.Object("secret") is { } secret && !await Exists("secrets", inNamespace, secret, cancellationToken))
            return null;

        // A token of a pod names its node for information; only one that is bound to a node dies with it.
        return own.Object("node") is { } node && !own.Has("pod") && !await Exists("nodes", "", node, cancellationToken)
            ? null
            : User(claims, own, inNamespace, account);
    }

    public TreeObject KeySet() => new() { ["keys"] = new TreeList([key.ToWebKey()]) };

    private static TreeObject Private(TokenSubject subject)
    {
        var own = new TreeObject();
        own.Set("namespace", subject.Namespace);
        if (subject.NodeName.Length > 0)
            own.Set("node", Named(subject.NodeName, subject.NodeUid));
        if (subject.BoundKind.Length > 0)
            own.Set(subject.BoundKind.ToLowerInvariant(), Named(subject.BoundName, subject.BoundUid));
        own.Set("serviceaccount", Named(subject.Name, subject.Uid));
        return own;
    }

    private static TreeObject Named(string name, string uid)
    {
        var named = new TreeObject();
        named.Set("name", name);
        named.Set("uid", uid);
        return named;
    }

    private TreeObject? Open(string token)
    {
        if (_checked.TryGetValue(token, out var known))
            return known;

        var claims = WebToken.Open(token, key);
        if (claims is null || claims.Text("iss") is not { } from || (from != issuer && from != SecretTokens.Issuer))
            return null;

        if (_checked.Count >= RememberedTokens)
            _checked.Clear();
        _checked[token] = claims;
        return claims;
    }

    private bool IsTimely(TreeObject claims)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        return now < (claims.Whole("exp") ?? 0) && now >= (claims.Whole("nbf") ?? 0) - 1;
    }

    private async ValueTask<bool> Exists(string resource, string inNamespace, TreeObject named, CancellationToken cancellationToken) =>
        await store.Resource(resource).Get(new(inNamespace, named.Text("name") ?? ""), cancellationToken) is { } stored
        && StoredTrees.Read(stored).Object("metadata")?.Text("uid") == named.Text("uid");

    private static UserInfo User(TreeObject claims, TreeObject own, string inNamespace, TreeObject account)
    {
        var extra = new Dictionary<string, IReadOnlyList<string>>();
        Add("credential-id", claims.Text("jti") is { } id ? $"JTI={id}" : null);
        Add("pod-name", own.Object("pod")?.Text("name"));
        Add("pod-uid", own.Object("pod")?.Text("uid"));
        Add("node-name", own.Object("node")?.Text("name"));
        Add("node-uid", own.Object("node")?.Text("uid"));
        return new(
            $"system:serviceaccount:{inNamespace}:{account.Text("name")}",
            ["system:serviceaccounts", $"system:serviceaccounts:{inNamespace}", UserInfo.AuthenticatedGroup])
        {
            Uid = account.Text("uid") ?? "",
            Extra = extra,
        };

        void Add(string name, string? value)
        {
            if (value is { Length: > 0 })
                extra[$"authentication.kubernetes.io/{name}"] = [value];
        }
    }
}
