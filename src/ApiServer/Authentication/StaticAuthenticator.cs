using System.Security.Cryptography;
using System.Text;
using CloudletK8s.ApiServer.Errors;
using Microsoft.AspNetCore.Http;

namespace CloudletK8s.ApiServer.Authentication;

/// <summary>Client certificates that the TLS layer has verified against our own CA, and the administrator's token.</summary>
internal sealed class StaticAuthenticator(string adminToken) : IRequestAuthenticator
{
    private static readonly UserInfo Admin = new("kubernetes-admin", [UserInfo.Masters, UserInfo.AuthenticatedGroup]);
    private readonly byte[] _adminToken = Encoding.UTF8.GetBytes(adminToken);

    public ValueTask<UserInfo> Authenticate(HttpContext http, CancellationToken cancellationToken)
    {
        if (http.Request.Headers.Authorization.ToString() is { Length: > 0 } header)
        {
            const string scheme = "Bearer ";
            var matches = _adminToken.Length > 0 && header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)
                && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(header[scheme.Length..].Trim()), _adminToken);
            return matches ? new(Admin) : throw ApiErrors.Unauthorized();
        }

        return new(http.Connection.ClientCertificate is { } certificate ? CertificateUsers.Of(certificate) : UserInfo.Anonymous);
    }
}
