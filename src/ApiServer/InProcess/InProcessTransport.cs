using System.Runtime.CompilerServices;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.ApiServer.Authentication;
using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Printing;
using CloudletK8s.ApiServer.Requests;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.ApiServer.Verbs;
using CloudletK8s.ControllerRuntime.Clients.Transports;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.InProcess;

/// <summary>
/// The API for controllers in the server's own process: the same verbs, admission and rules as for any user, without bytes in
/// between. The host that makes it vouches for the user and for what the user may do.
/// </summary>
public sealed class InProcessTransport(ResourceVerbs verbs, UserInfo user, TimeProvider time) : IApiTransport
{
    public async ValueTask<ApiAnswer> Send(ApiCall call, CancellationToken cancellationToken)
    {
        try
        {
            return Answer(await verbs.Run(Request(call), cancellationToken), call);
        }
        catch (ApiException refusal)
        {
            return new(refusal.Code, refusal.ToStatus());
        }
    }

    public async IAsyncEnumerable<ApiFrame> Watch(ApiCall call, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (watch, refusal) = await Open(call, cancellationToken);
        if (refusal is not null)
        {
            yield return new("ERROR", refusal.ToStatus());
            yield break;
        }

        await foreach (var frame in new InProcessWatch(watch!.Plan, stored => Shown(watch.Resource, stored, call), time).Frames(cancellationToken))
            yield return frame with { Object = LeftOut.From(frame.Object, call) };
    }

    private async ValueTask<(VerbResult.Watch? Watch, ApiException? Refusal)> Open(ApiCall call, CancellationToken cancellationToken)
    {
        try
        {
            var watch = (VerbResult.Watch)await verbs.Run(Request(call), cancellationToken);
            return watch.Plan.Refusal is { } refusal ? (null, refusal) : (watch, null);
        }
        catch (ApiException refusal)
        {
            return (null, refusal);
        }
    }

    private ApiRequest Request(ApiCall call)
    {
        // Patches are read from bytes: what they put in passes the same gate as anybody's.
        var isPatch = call.ContentType.Length > 0;
        return new()
        {
            Path = new()
            {
                IsResource = true,
                Group = call.Kind.Group,
                Version = call.Kind.Version,
                Resource = call.Kind.Plural,
                Namespace = call.Namespace,
                Name = call.Name,
                Subresource = call.Subresource,
            },
            Verb = call.Verb,
            User = user,
            Query = QueryOptions.Parse(call.Query),
            ContentType = call.ContentType,
            Body = isPatch && call.Body is { } patch ? JsonTreeWriter.ToUtf8(patch) : default(ReadOnlyMemory<byte>),
            BodyTree = isPatch ? null : (TreeObject?)call.Body,
            UserAgent = user.Name,
        };
    }

    private static ApiAnswer Answer(VerbResult result, ApiCall call) => result switch
    {
        VerbResult.Stored stored => new(stored.Code, LeftOut.From(Shown(stored.Resource, stored.Object, call), call)),

        // What was made may be kept by whoever made it.
        VerbResult.Made made => new(made.Code, made.Object.CloneObject()),
        VerbResult.Empty empty => new(empty.Code, new TreeObject()),
        VerbResult.List list => new(200, LeftOut.From(List(list.Resource, list.Page, call), call)),
        _ => throw new InvalidOperationException($"{result.GetType().Name} answers no single call"),
    };

    /// <summary>Metadata is the same in all versions, so that it is cut out of the bytes and the rest is never read.</summary>
    private static TreeObject Shown(ServedResource resource, StoredObject stored, ApiCall call) => call.MetadataOnly
        ? new() { ["metadata"] = JsonTreeReader.ReadTrusted(MetadataSlice.Of(stored.Json.Span)) }
        : ServedJson.Tree(resource, stored);

    private static TreeObject List(ServedResource resource, ListPage page, ApiCall call)
    {
        var metadata = new TreeObject(3);
        metadata.Set("resourceVersion", page.Revision.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (page.Continue.Length > 0)
            metadata.Set("continue", page.Continue);
        if (page.RemainingItemCount is { } remaining)
            metadata.Set("remainingItemCount", remaining);

        var items = new TreeList(page.Objects.Count);
        foreach (var stored in page.Objects)
            items.Add(Shown(resource, stored, call));
        return new() { ["metadata"] = metadata, ["items"] = items };
    }
}
