using System.Security.Cryptography;
using System.Text;

namespace CloudletK8s.ApiServer.Authentication;

/// <summary>The administrator's token, those of service accounts, and those of new nodes.</summary>
internal sealed class BearerTokens(string adminToken, ITokenIssuer accounts, BootstrapTokens bootstrap) : IBearerTokens
{
    private static readonly UserInfo Admin = new("kubernetes-admin", [UserInfo.Masters, UserInfo.AuthenticatedGroup]);
    private readonly byte[] _adminToken = Encoding.UTF8.GetBytes(adminToken);

    public async ValueTask<UserInfo?> Find(string token, IReadOnlyList<string> audiences, CancellationToken cancellationToken)
    {
        if (_adminToken.Length > 0 && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), _adminToken))
            return Admin;

        return await accounts.Check(token, audiences, cancellationToken) ?? await bootstrap.Find(token, cancellationToken);
    }
}
