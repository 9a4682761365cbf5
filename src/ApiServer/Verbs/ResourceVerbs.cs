using CloudletK8s.ApiServer.CustomResources;
using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Requests;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.ApiServer.Subresources;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Verbs;

/// <summary>
/// From a request to what it answers, without any HTTP: controllers in the same process call this with trees, the HTTP handler
/// with bytes. Callers have been authenticated and authorized.
/// </summary>
public sealed class ResourceVerbs
{
    private readonly ServedResources _served;
    private readonly ObjectWriter _writer;
    private readonly SubresourceTable _subresources;
    private readonly WatchLimits _watchLimits;
    private readonly TimeProvider _time;

    internal ResourceVerbs(ServedResources served, ObjectWriter writer, SubresourceTable subresources, WatchLimits watchLimits, TimeProvider time)
    {
        _served = served;
        _writer = writer;
        _subresources = subresources;
        _watchLimits = watchLimits;
        _time = time;
    }

    public ValueTask<VerbResult> Run(ApiRequest request, CancellationToken cancellationToken)
    {
        var path = request.Path;
        var resource = _served.Current.Find(path.Group, path.Version, path.Resource);
        return resource is { IsCustom: false } ? Run(request, resource, cancellationToken) : RunCustom(request, cancellationToken);
    }

    private async ValueTask<VerbResult> RunCustom(ApiRequest request, CancellationToken cancellationToken)
    {
        var path = request.Path;
        if (await _served.Find(path.Group, path.Version, path.Resource, cancellationToken) is not { } resource)
            throw _served.Current.HasBuiltIn(path.Group, path.Version) ? ApiErrors.NoSuchPath() : ApiErrors.NoSuchPage();

        var result = await Run(request, resource, cancellationToken);
        if (result is VerbResult.Watch watch)
            result = watch with { Plan = EndingWithItsDefinition(watch.Plan, resource) };
        return resource.Custom is { HasWebhook: true } custom ? await custom.Prepared(result, cancellationToken) : result;
    }

    private WatchPlan EndingWithItsDefinition(WatchPlan plan, ServedResource resource) => plan with
    {
        Ended = _served.EndOf(resource.Kind),
        CatchUp = async cancellationToken => await resource.Store!.Read(ReadAt.Newest.Instance, cancellationToken),
        Cursor = plan.Cursor is { } cursor && _served.Watched is { } watched ? new CustomWatchCursor(cursor, watched.Begin()) : plan.Cursor,
    };

    private ValueTask<VerbResult> Run(ApiRequest request, ServedResource resource, CancellationToken cancellationToken)
    {
        var path = request.Path;
        var scope = new RequestScope(request, resource, _time.GetUtcNow());
        Check(scope);
        return path.Subresource.Length > 0 ? RunSubresource(scope, cancellationToken) : request.Verb switch
        {
            _ when _subresources.Review(resource) is { } review => review.Run(scope, cancellationToken),
            "get" => GetVerb.Run(scope, cancellationToken),
            "list" => ListVerb.Run(scope, cancellationToken),
            "watch" => WatchVerb.Run(scope, _watchLimits, cancellationToken),
            "create" => CreateVerb.Run(scope, _writer, cancellationToken),
            "update" => UpdateVerb.Run(scope, _writer, cancellationToken),
            "patch" => PatchVerb.Run(scope, _writer, cancellationToken),
            "delete" => DeleteVerb.Run(scope, _writer, cancellationToken),
            "deletecollection" => DeleteCollectionVerb.Run(scope, _writer, cancellationToken),
            _ => throw ApiErrors.VerbNotAllowed(),
        };
    }

    private ValueTask<VerbResult> RunSubresource(RequestScope scope, CancellationToken cancellationToken)
    {
        if (_subresources.Find(scope) is { } special)
            return special.Run(scope, _writer, cancellationToken);

        // The others carry the object itself; its strategy knows which part they may change.
        return scope.Request.Verb switch
        {
            "get" => GetVerb.Run(scope, cancellationToken),
            "update" => UpdateVerb.Run(scope, _writer, cancellationToken),
            "patch" => PatchVerb.Run(scope, _writer, cancellationToken),
            _ => throw ApiErrors.VerbNotAllowed(),
        };
    }

    private static void Check(RequestScope scope)
    {
        var path = scope.Request.Path;
        var verb = scope.Request.Verb;
        if (path.Subresource.Length > 0)
        {
            var subresource = scope.Kind.Subresource(path.Subresource) ?? throw ApiErrors.NoSuchPath();
            if (!subresource.Verbs.Contains(verb))
                throw ApiErrors.VerbNotAllowed();
        }
        else if (!scope.Kind.Verbs.Contains(verb) || (verb == "create" && path.Name.Length > 0) || (verb is "update" or "patch" && path.Name.Length == 0))
        {
            throw ApiErrors.VerbNotAllowed();
        }

        var acrossNamespaces = verb is "list" or "watch" && path.Name.Length == 0;
        if (scope.Kind.Namespaced != path.Namespace.Length > 0 && !(scope.Kind.Namespaced && (acrossNamespaces || verb == "create")))
            throw ApiErrors.NoSuchPath();
        OptionRules.Check(verb, scope.Query, verb == "patch" && PatchBody.IsApply(scope.Request));
    }
}
