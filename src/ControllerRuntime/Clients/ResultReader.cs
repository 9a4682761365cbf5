using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Records;
using CloudletK8s.Api.Trees;
using CloudletK8s.ControllerRuntime.Clients.Transports;

namespace CloudletK8s.ControllerRuntime.Clients;

/// <summary>Answers to results.</summary>
internal static class ResultReader
{
    private const int FirstFailure = 300;

    /// <exception cref="ApiStatusException">The answer is none that a caller has to expect.</exception>
    public static ApiResult<T> Read<T>(ApiAnswer answer, Func<TreeObject, T> read) where T : class
    {
        if (answer.Code < FirstFailure)
            return new ApiResult<T>.Ok(read(answer.Body));

        var status = RecordBinder.Read<Status>(answer.Body);
        return (answer.Code, status.Reason) switch
        {
            (404, _) => new ApiResult<T>.NotFound(status),
            (409, "AlreadyExists") => new ApiResult<T>.AlreadyExists(status),
            (409, _) => new ApiResult<T>.Conflict(status),
            (410, _) => new ApiResult<T>.Gone(status),
            (422, _) => new ApiResult<T>.Invalid(status),
            _ => throw new ApiStatusException(status),
        };
    }

    public static ResourceList<T> ReadList<T>(TreeObject list) where T : class, IApiObject
    {
        var found = list.List("items") ?? [];
        var items = new List<T>(found.Count);
        foreach (var item in found)
            items.Add(RecordBinder.Read<T>((TreeObject)item));

        var metadata = list.Object("metadata");
        return new(items, metadata?.Text("resourceVersion") ?? "", metadata?.Text("continue") ?? "", metadata?.Whole("remainingItemCount"));
    }

    public static Deletion<T> ReadDeletion<T>(TreeObject answer) where T : class, IApiObject =>
        new(answer.Text("kind") == nameof(Status) ? null : RecordBinder.Read<T>(answer));

    /// <exception cref="ApiStatusException">The watch failed.</exception>
    public static ResourceEvent<T> ReadEvent<T>(ApiFrame frame) where T : class, IApiObject => frame.Type switch
    {
        "ADDED" => new ResourceEvent<T>.Added(RecordBinder.Read<T>(frame.Object)),
        "MODIFIED" => new ResourceEvent<T>.Modified(RecordBinder.Read<T>(frame.Object)),
        "DELETED" => new ResourceEvent<T>.Deleted(RecordBinder.Read<T>(frame.Object)),
        "BOOKMARK" => ReadBookmark<T>(frame.Object.Object("metadata")),
        "ERROR" => ReadError<T>(RecordBinder.Read<Status>(frame.Object)),
        _ => throw new FormatException($"a watch event has the unknown type {frame.Type}"),
    };

    private static ResourceEvent<T>.Bookmark ReadBookmark<T>(TreeObject? metadata) where T : class, IApiObject =>
        new(metadata?.Text("resourceVersion") ?? "", metadata?.Object("annotations")?.Text("k8s.io/initial-events-end") == "true");

    private static ResourceEvent<T>.Gone ReadError<T>(Status status) where T : class, IApiObject =>
        status.Code == 410 ? new(status) : throw new ApiStatusException(status);
}
