using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Requests;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Verbs;

internal static class ListVerb
{
    private const string Inconsistent =
        "The provided continue parameter is too old to display a consistent list result. You can start a new list without the "
        + "continue parameter, or use the continue token in this response to retrieve the remainder of the results. Continuing with "
        + "the provided token results in an inconsistent list - objects that were created, modified, or deleted between the time the "
        + "first chunk was returned and now may show up in the list.";

    public static async ValueTask<VerbResult> Run(RequestScope scope, CancellationToken cancellationToken) =>
        new VerbResult.List(scope.Resource, await Page(scope, cancellationToken));

    public static async ValueTask<ListPage> Page(RequestScope scope, CancellationToken cancellationToken)
    {
        var query = scope.Query;
        var selection = Selection.Of(scope);
        ContinueToken? token = query.Continue.Length > 0 ? ContinueToken.Decode(query.Continue) : null;
        var snapshot = await Snapshot(scope, token, cancellationToken);
        return Page(snapshot, scope, selection, token);
    }

    private static ListPage Page(ResourceSnapshot snapshot, RequestScope scope, Selection selection, ContinueToken? token)
    {
        var inNamespace = scope.Namespace.Length > 0 ? scope.Namespace : null;
        var limit = scope.Query.Limit;
        var page = new List<StoredObject>(limit > 0 ? (int)Math.Min(limit, 1024) : selection.IsAll ? snapshot.CountOf(inNamespace, token?.After) : 16);
        foreach (var stored in snapshot.Objects(inNamespace, token?.After))
        {
            if (!selection.Matches(stored))
                continue;

            if (limit > 0 && page.Count == limit)
            {
                var last = page[^1].Key;
                long? remaining = selection.IsAll ? snapshot.CountOf(inNamespace, last) : null;
                return new(page, snapshot.Revision, new ContinueToken(snapshot.Revision, last).Encode(), remaining);
            }

            page.Add(stored);
        }

        return new(page, snapshot.Revision, "", null);
    }

    private static async ValueTask<ResourceSnapshot> Snapshot(RequestScope scope, ContinueToken? token, CancellationToken cancellationToken)
    {
        var at = token is null ? At(scope.Query) : token.Value.Revision < 0 ? ReadAt.Newest.Instance : new ReadAt.Exactly(token.Value.Revision);
        if (token is not null && scope.Query.ResourceVersion is not ("" or "0"))
            throw ApiErrors.BadRequest("specifying resource version is not allowed when using continue");

        switch (await scope.Store.Read(at, cancellationToken))
        {
            case ReadResult.Found found:
                return found.Snapshot;
            case ReadResult.TooLarge tooLarge:
                throw ApiErrors.TooLargeResourceVersion(ResourceVersions.Parse(scope.Query.ResourceVersion) ?? token!.Value.Revision, tooLarge.Newest);
            case ReadResult.Gone when token is not null:
                throw new ApiException(410, "Expired", Inconsistent) { Continue = new ContinueToken(-1, token.Value.After).Encode() };
            case ReadResult.Gone:
                throw ApiErrors.Expired("The resourceVersion for the provided list is too old.");
            default:
                throw new InvalidOperationException("a read has three outcomes");
        }
    }

    /// <summary>Kubernetes' table of resourceVersion and resourceVersionMatch.</summary>
    private static ReadAt At(QueryOptions query)
    {
        var version = ResourceVersions.Parse(query.ResourceVersion);
        switch (query.ResourceVersionMatch)
        {
            case "" when version is null:
                return ReadAt.Newest.Instance;
            case "" when version == 0:
                return ReadAt.AnyRevision.Instance;

            // With a limit and no match, the older clients' expectation is that exact revision.
            case "" when query.Limit > 0:
                return new ReadAt.Exactly(version!.Value);
            case "":
            case "NotOlderThan" when version > 0:
                return new ReadAt.NotOlderThan(version!.Value);
            case "NotOlderThan" when version == 0:
                return ReadAt.AnyRevision.Instance;
            case "Exact" when version > 0:
                return new ReadAt.Exactly(version.Value);
            default:
                throw new InvalidOperationException("the options have been checked before");
        }
    }
}
