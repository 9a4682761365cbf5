using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Http.WebSockets;
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
        if (http.Request.Headers.Authorization.ToString() is { Length: > 0 } header)
            return await Known(header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : "", cancellationToken);

        return WebSocketHandshake.IsAskedFor(http) && WebSocketHandshake.Token(http.Request) is { } token
            ? await Known(token, cancellationToken)
            : UserInfo.Anonymous;
    }

    private async ValueTask<UserInfo> Known(string token, CancellationToken cancellationToken) =>
        token.Length > 0 && await tokens.Find(token, _audiences, cancellationToken) is { } user ? user : throw ApiErrors.Unauthorized();
}
