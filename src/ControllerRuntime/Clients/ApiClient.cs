using System.Runtime.CompilerServices;
using CloudletK8s.Api.Autoscaling.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Policy.V1;
using CloudletK8s.Api.Records;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;
using CloudletK8s.ControllerRuntime.Clients.Transports;
using CloudletK8s.ControllerRuntime.Dynamic;

namespace CloudletK8s.ControllerRuntime.Clients;

/// <param name="fieldManager">Who owns the fields that this client sets, unless a call says otherwise.</param>
public sealed class ApiClient(IApiTransport transport, string fieldManager) : IApiClient
{
    public DynamicClient Dynamic { get; } = new(transport, fieldManager);

    public ValueTask<ApiResult<T>> Get<T>(ObjectName name, CancellationToken cancellationToken) where T : class, IApiObject =>
        Send(Call<T>("get", name), RecordBinder.Read<T>, cancellationToken);

    public ValueTask<ApiResult<ResourceList<T>>> List<T>(string inNamespace, ListOptions options, CancellationToken cancellationToken)
        where T : class, IApiObject
    {
        var call = Call<T>("list", new(inNamespace, "")) with
        {
            Query = CallQuery.Of(options),
            WithoutManagedFields = options.WithoutManagedFields,
            Answer = ListSchemas.Of(RecordSchemas.Of<T>()),
        };
        return Send(call, ResultReader.ReadList<T>, cancellationToken);
    }

    public ValueTask<ApiResult<T>> Create<T>(T obj, WriteOptions options, CancellationToken cancellationToken) where T : class, IApiObject
    {
        var call = Call<T>("create", new(obj.Metadata?.Namespace ?? "", "")) with
        {
            Query = CallQuery.Of(options, fieldManager),
            Body = RecordBinder.Write(obj),
        };
        return Send(call, RecordBinder.Read<T>, cancellationToken);
    }

    public ValueTask<ApiResult<T>> Update<T>(T obj, WriteOptions options, CancellationToken cancellationToken)
        where T : class, IApiObject => Update(obj, "", options, cancellationToken);

    public ValueTask<ApiResult<T>> UpdateStatus<T>(T obj, WriteOptions options, CancellationToken cancellationToken)
        where T : class, IApiObject => Update(obj, "status", options, cancellationToken);

    public ValueTask<ApiResult<T>> UpdatePart<T>(T obj, string subresource, WriteOptions options, CancellationToken cancellationToken)
        where T : class, IApiObject => Update(obj, subresource, options, cancellationToken);

    public ValueTask<ApiResult<T>> Patch<T>(
        ObjectName name, ObjectPatch patch, string subresource, WriteOptions options, CancellationToken cancellationToken)
        where T : class, IApiObject
    {
        var query = CallQuery.Of(options, fieldManager);
        if (patch is ObjectPatch.Apply { Force: true })
            query.Add(new("force", "true"));

        var call = Call<T>("patch", name) with
        {
            Subresource = subresource,
            Query = query,
            Body = patch.Body,
            ContentType = patch.ContentType,
        };
        return Send(call, RecordBinder.Read<T>, cancellationToken);
    }

    public ValueTask<ApiResult<Deletion<T>>> Delete<T>(ObjectName name, DeleteOptions options, CancellationToken cancellationToken)
        where T : class, IApiObject =>
        Send(Call<T>("delete", name) with { Body = RecordBinder.Write(options) }, ResultReader.ReadDeletion<T>, cancellationToken);

    public async IAsyncEnumerable<ResourceEvent<T>> Watch<T>(
        string inNamespace, WatchOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class, IApiObject
    {
        var call = Call<T>("watch", new(inNamespace, "")) with
        {
            Query = CallQuery.Of(options),
            WithoutManagedFields = options.WithoutManagedFields,
        };
        await foreach (var frame in transport.Watch(call, cancellationToken))
        {
            var told = ResultReader.ReadEvent<T>(frame);
            yield return told;
            if (told is ResourceEvent<T>.Gone)
                yield break;
        }
    }

    public ValueTask<ApiResult<Status>> Evict(ObjectName pod, DeleteOptions options, CancellationToken cancellationToken)
    {
        var eviction = new Eviction { Metadata = new() { Name = pod.Name, Namespace = pod.Namespace }, DeleteOptions = options };
        var call = Call<Pod>("create", pod) with
        {
            Subresource = "eviction",
            Body = RecordBinder.Write(eviction),
            Answer = RecordSchemas.Of<Status>(),
        };
        return Send(call, RecordBinder.Read<Status>, cancellationToken);
    }

    public ValueTask<ApiResult<Status>> Bind(Binding binding, WriteOptions options, CancellationToken cancellationToken)
    {
        var call = Call<Pod>("create", ObjectName.Of(binding)) with
        {
            Subresource = "binding",
            Query = CallQuery.Of(options, fieldManager),
            Body = RecordBinder.Write(binding),
            Answer = RecordSchemas.Of<Status>(),
        };
        return Send(call, RecordBinder.Read<Status>, cancellationToken);
    }

    public ValueTask<ApiResult<Scale>> GetScale<T>(ObjectName name, CancellationToken cancellationToken) where T : class, IApiObject =>
        Send(ScaleCall<T>("get", name), RecordBinder.Read<Scale>, cancellationToken);

    public ValueTask<ApiResult<Scale>> UpdateScale<T>(
        ObjectName name, int replicas, WriteOptions options, CancellationToken cancellationToken) where T : class, IApiObject
    {
        var scale = new Scale
        {
            Metadata = new() { Name = name.Name, Namespace = name.Namespace },
            Spec = new() { Replicas = replicas },
        };
        var call = ScaleCall<T>("update", name) with { Query = CallQuery.Of(options, fieldManager), Body = RecordBinder.Write(scale) };
        return Send(call, RecordBinder.Read<Scale>, cancellationToken);
    }

    private ValueTask<ApiResult<T>> Update<T>(T obj, string subresource, WriteOptions options, CancellationToken cancellationToken)
        where T : class, IApiObject
    {
        var call = Call<T>("update", ObjectName.Of(obj)) with
        {
            Subresource = subresource,
            Query = CallQuery.Of(options, fieldManager),
            Body = RecordBinder.Write(obj),
        };
        return Send(call, RecordBinder.Read<T>, cancellationToken);
    }

    private static ApiCall ScaleCall<T>(string verb, ObjectName name) where T : class, IApiObject =>
        Call<T>(verb, name) with { Subresource = "scale", Answer = RecordSchemas.Of<Scale>() };

    private static ApiCall Call<T>(string verb, ObjectName name) where T : class, IApiObject
    {
        var kind = BuiltInKinds.Of<T>();
        return new() { Kind = kind, Verb = verb, Namespace = name.Namespace, Name = name.Name, Answer = kind.Schema };
    }

    private async ValueTask<ApiResult<T>> Send<T>(ApiCall call, Func<TreeObject, T> read, CancellationToken cancellationToken)
        where T : class => ResultReader.Read(await transport.Send(call, cancellationToken), read);
}
