using CloudletK8s.Api.Trees;

namespace CloudletK8s.ApiServer.Authentication;

/// <summary>Signs and checks the tokens of service accounts.</summary>
public interface ITokenIssuer
{
    /// <summary>The audience of tokens that name none.</summary>
    string DefaultAudience { get; }

    IssuedToken Issue(TokenSubject subject, IReadOnlyList<string> audiences, TimeSpan lifetime, DateTimeOffset now);

    /// <summary>A token without an end, to be kept in a secret: it is good as long as that secret holds it.</summary>
    string IssueForSecret(TokenSubject subject, string secret);

    /// <summary>Who holds the token; null when it is none of ours, expired, or for other audiences.</summary>
    ValueTask<UserInfo?> Check(string token, IReadOnlyList<string> audiences, CancellationToken cancellationToken);

    /// <summary>The public keys, as a JSON web key set.</summary>
    TreeObject KeySet();
}
