using CloudletK8s.ApiServer.Authentication;
using CloudletK8s.ApiServer.Authorization;
using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Metrics;
using CloudletK8s.ApiServer.Negotiation;
using CloudletK8s.ApiServer.Requests;
using CloudletK8s.ApiServer.Verbs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace CloudletK8s.ApiServer.Http;

/// <summary>Every request's way: who asks, may they, what is it, do it, encode it. Errors become Status objects here and only here.</summary>
public sealed partial class ApiHandler
{
    private const int LongestLogged = 256;
    private readonly ResourceVerbs _verbs;
    private readonly IRequestAuthenticator _authenticator;
    private readonly IAuthorizer _authorizer;
    private readonly FixedPaths _paths;
    private readonly RequestMetrics _metrics;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    internal ApiHandler(
        ResourceVerbs verbs,
        IRequestAuthenticator authenticator,
        IAuthorizer authorizer,
        FixedPaths paths,
        RequestMetrics metrics,
        TimeProvider time,
        ILogger<ApiHandler> logger)
    {
        _verbs = verbs;
        _authenticator = authenticator;
        _authorizer = authorizer;
        _paths = paths;
        _metrics = metrics;
        _time = time;
        _logger = logger;
    }

    public async Task Handle(HttpContext http)
    {
        var started = _time.GetTimestamp();
        var call = new RequestLabels();
        try
        {
            await Answer(http, call);
        }
        catch (ApiException e)
        {
            await Refuse(http, e);
        }
        catch (BadHttpRequestException e)
        {
            await Refuse(http, FromBadRequest(e));
        }
        catch (Exception) when (http.RequestAborted.IsCancellationRequested)
        {
            // The client went away; nobody is left to answer.
        }
        catch (Exception e)
        {
            Failed(_logger, http.Request.Method, http.Request.Path, e);
            await ErrorResponse.Write(http, ApiErrors.Internal(e.GetType().Name));
        }
        finally
        {
            _metrics.Observe(call, http.Response.StatusCode, _time.GetElapsedTime(started));
        }
    }

    /// <summary>Objects that are not there, conflicts and the like are everyday answers; input that nobody should send leaves a line.</summary>
    private ValueTask Refuse(HttpContext http, ApiException error)
    {
        if (error.Code is 400 or 406 or 408 or 413 or 415 or 422 && _logger.IsEnabled(LogLevel.Information))
            Refused(_logger, http.Request.Method, OneLine(http.Request.Path), error.Code, OneLine(error.Message));
        return ErrorResponse.Write(http, error);
    }

    /// <summary>Clients choose these texts, so they neither break lines nor fill the log.</summary>
    private static string OneLine(string? text)
    {
        var shown = text ?? "";
        if (shown.Length > LongestLogged)
            shown = shown[..LongestLogged] + "…";
        return shown.Any(char.IsControl) ? new([.. shown.Select(character => char.IsControl(character) ? ' ' : character)]) : shown;
    }

    private async ValueTask Answer(HttpContext http, RequestLabels call)
    {
        var path = RequestPath.Parse(http.Request.Path.Value ?? "/");
        var user = await _authenticator.Authenticate(http, http.RequestAborted);
        if (!path.IsResource)
        {
            await AnswerFixed(http, user, call);
            return;
        }

        if (user.IsAnonymous)
            throw ApiErrors.Unauthorized();

        var query = QueryOptions.Parse(Query(http.Request));
        var verb = Verb(http.Request.Method, path, query);
        call.Set(verb, path);
        await Authorize(user, Attributes(path, verb), http.RequestAborted);
        var representation = AcceptNegotiation.Choose(
            http.Request.Headers.Accept.ToString(), verb == "watch" ? MediaTypes.Streamed : MediaTypes.Served);
        var request = new ApiRequest
        {
            Path = path,
            Verb = verb,
            User = user,
            Query = query,
            QueryText = http.Request.QueryString.Value ?? "",
            Body = await RequestBody.Read(http, http.RequestAborted),
            ContentType = http.Request.ContentType ?? "",
            UserAgent = http.Request.Headers.UserAgent.ToString(),
        };
        var result = await _verbs.Run(request, http.RequestAborted);
        await ResultResponse.Write(http, request, result, representation, _time);
    }

    private async ValueTask AnswerFixed(HttpContext http, UserInfo user, RequestLabels call)
    {
        var path = http.Request.Path.Value ?? "/";
        var answer = _paths.Find(path);
        call.SetPath(answer is null ? "unknown" : path);
        if (answer is null || !answer.IsPublic)
        {
            if (user.IsAnonymous)
                throw ApiErrors.Unauthorized();
            await Authorize(user, new() { Verb = http.Request.Method.ToLowerInvariant(), NonResourcePath = path }, http.RequestAborted);
        }

        if (answer is null)
            throw ApiErrors.NoSuchPage();

        await answer.Respond(http);
    }

    private async ValueTask Authorize(UserInfo user, AccessAttributes attributes, CancellationToken cancellationToken)
    {
        if (user.IsMaster)
            return;

        var decision = await _authorizer.Decide(user, attributes, cancellationToken);
        if (!decision.Allowed)
            throw AccessRefusal.For(user, attributes, decision);
    }

    private static AccessAttributes Attributes(RequestPath path, string verb) => new()
    {
        Verb = verb,
        Group = path.Group,
        Version = path.Version,
        Resource = path.Resource,
        Subresource = path.Subresource,
        Namespace = path.Namespace.Length > 0 || path is not { Resource: "namespaces", Group: "" } ? path.Namespace : path.Name,
        Name = path.Name,
    };

    private static IEnumerable<KeyValuePair<string, string>> Query(HttpRequest request)
    {
        foreach (var (name, values) in request.Query)
        {
            // A repeated option counts once, the first time, but for the list of ways to run dry.
            var counted = name == "dryRun" ? values.Count : Math.Min(values.Count, 1);
            for (var i = 0; i < counted; i++)
                yield return new(name, values[i] ?? "");
        }
    }

    private static string Verb(string method, RequestPath path, QueryOptions query)
    {
        var named = path.Name.Length > 0;
        return method switch
        {
            "GET" or "HEAD" when path.LegacyWatch || (query.Watch && !named) => "watch",
            "GET" or "HEAD" => named ? "get" : "list",
            "POST" => "create",
            "PUT" => "update",
            "PATCH" => "patch",
            "DELETE" => named ? "delete" : "deletecollection",
            _ => throw ApiErrors.VerbNotAllowed(),
        };
    }

    private static ApiException FromBadRequest(BadHttpRequestException e) => e.StatusCode switch
    {
        StatusCodes.Status413PayloadTooLarge => RequestBody.TooLarge(),
        StatusCodes.Status408RequestTimeout => new(408, "Timeout", "the request body did not arrive in time"),
        _ => ApiErrors.BadRequest(e.Message),
    };

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Path} refused with {Code}: {Why}")]
    private static partial void Refused(ILogger logger, string method, string path, int code, string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed")]
    private static partial void Failed(ILogger logger, string method, string path, Exception exception);
}
