using CloudletK8s.Api.Autoscaling.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.ControllerRuntime.Dynamic;

namespace CloudletK8s.ControllerRuntime.Clients;

/// <summary>
/// The API as controllers use it: by record, in this process or over HTTP. No call is repeated by the client; whoever repeats one
/// knows whether it may. Every call may throw <see cref="ApiStatusException"/>, and what the transport throws.
/// </summary>
public interface IApiClient
{
    /// <summary>The same for kinds that the caller has no records of.</summary>
    DynamicClient Dynamic { get; }

    ValueTask<ApiResult<T>> Get<T>(ObjectName name, CancellationToken cancellationToken) where T : class, IApiObject;

    /// <param name="inNamespace">Empty: every namespace.</param>
    ValueTask<ApiResult<ResourceList<T>>> List<T>(string inNamespace, ListOptions options, CancellationToken cancellationToken)
        where T : class, IApiObject;

    /// <summary>Names and namespace are the object's own.</summary>
    ValueTask<ApiResult<T>> Create<T>(T obj, WriteOptions options, CancellationToken cancellationToken) where T : class, IApiObject;

    /// <summary>Replaces the object; a resourceVersion in it must still be the stored one.</summary>
    ValueTask<ApiResult<T>> Update<T>(T obj, WriteOptions options, CancellationToken cancellationToken) where T : class, IApiObject;

    ValueTask<ApiResult<T>> UpdateStatus<T>(T obj, WriteOptions options, CancellationToken cancellationToken) where T : class, IApiObject;

    /// <summary>Replaces what a subresource lets be replaced: "finalize", "approval".</summary>
    ValueTask<ApiResult<T>> UpdatePart<T>(T obj, string subresource, WriteOptions options, CancellationToken cancellationToken) where T : class, IApiObject;

    /// <param name="subresource">Empty: the object itself.</param>
    ValueTask<ApiResult<T>> Patch<T>(
        ObjectName name, ObjectPatch patch, string subresource, WriteOptions options, CancellationToken cancellationToken)
        where T : class, IApiObject;

    ValueTask<ApiResult<Deletion<T>>> Delete<T>(ObjectName name, DeleteOptions options, CancellationToken cancellationToken)
        where T : class, IApiObject;

    /// <summary>Ends when the server ends it, or with a Gone event.</summary>
    /// <param name="inNamespace">Empty: every namespace.</param>
    IAsyncEnumerable<ResourceEvent<T>> Watch<T>(string inNamespace, WatchOptions options, CancellationToken cancellationToken)
        where T : class, IApiObject;

    /// <summary>Puts a pod on a node; a uid or resourceVersion in the binding must still be the pod's. A pod that is bound already is a Conflict.</summary>
    ValueTask<ApiResult<Status>> Bind(Binding binding, WriteOptions options, CancellationToken cancellationToken);

    /// <summary>Deletes a pod if disruption budgets allow it; if they do not now, the exception has code 429.</summary>
    ValueTask<ApiResult<Status>> Evict(ObjectName pod, DeleteOptions options, CancellationToken cancellationToken);

    ValueTask<ApiResult<Scale>> GetScale<T>(ObjectName name, CancellationToken cancellationToken) where T : class, IApiObject;

    ValueTask<ApiResult<Scale>> UpdateScale<T>(ObjectName name, int replicas, WriteOptions options, CancellationToken cancellationToken)
        where T : class, IApiObject;
}
