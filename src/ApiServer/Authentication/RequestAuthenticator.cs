using CloudletK8s.ApiServer.Errors;
using Microsoft.AspNetCore.Http;

namespace CloudletK8s.ApiServer.Authentication;

/// <summary>Client certificates that the TLS layer has verified against our own CA, and bearer tokens.</summary>
internal sealed class RequestAuthenticator(IBearerTokens tokens, string audience, Impersonation impersonation) : IRequestAuthenticator
{
    private const string Scheme = "Bearer ";
    private readonly string[] _audiences = [audience];

    public async ValueTask<UserInfo> Authenticate(HttpContext http, CancellationToken cancellationToken)
    {
        var user = await Find(http, cancellationToken);
        return Impersonation.IsAskedFor(http.Request.Headers) ? await impersonation.Become(user, http.Request.Headers, cancellationToken) : user;
    }

    private async ValueTask<UserInfo> Find(HttpContext http, CancellationToken cancellationToken)
    {
        if (http.Connection.ClientCertificate is { } certificate)
            return CertificateUsers.Of(certificate);
        if (http.Request.Headers.Authorization.ToString() is not { Length: > 0 } header)
            return UserInfo.Anonymous;

        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && await tokens.Find(header[Scheme.Length..].Trim(), _audiences, cancellationToken) is { } user
            ? user
            : throw ApiErrors.Unauthorized();
    }
}
