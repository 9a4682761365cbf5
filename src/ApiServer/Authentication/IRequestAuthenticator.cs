using Microsoft.AspNetCore.Http;

namespace CloudletK8s.ApiServer.Authentication;

/// <summary>Finds out who sent a request. Credentials that are given but wrong are refused with 401, not taken for anonymous.</summary>
public interface IRequestAuthenticator
{
    ValueTask<UserInfo> Authenticate(HttpContext http, CancellationToken cancellationToken);
}
