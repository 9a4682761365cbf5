using Microsoft.AspNetCore.Http;

namespace CloudletK8s.ApiServer.Http;

internal interface IFixedPath
{
    IReadOnlyList<string> Exact { get; }

    /// <summary>Each ends with a slash.</summary>
    IReadOnlyList<string> Prefixes { get; }

    /// <summary>Anybody may ask, without saying who they are.</summary>
    bool IsPublic { get; }

    ValueTask Respond(HttpContext http);
}
