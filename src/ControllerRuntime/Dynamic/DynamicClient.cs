using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Records;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Clients.Transports;

namespace CloudletK8s.ControllerRuntime.Dynamic;

/// <summary>
/// The API for kinds that the caller has no records of: objects are their metadata. Outcomes are those of <see cref="IApiClient"/>.
/// </summary>
/// <param name="fieldManager">Who owns the fields that patches set.</param>
public sealed class DynamicClient(IApiTransport transport, string fieldManager)
{
    /// <summary>What everybody reads of an object of any kind. Whatever else is in an answer is passed over.</summary>
    private static readonly Schema Partial = new Schema(SchemaKind.Object).WithFields(() =>
    [
        new("metadata", RecordSchemas.Of<ObjectMeta>()) { Number = 1, Presence = Presence.Always },
    ]);

    public ValueTask<ApiResult<PartialObject>> Get(KindInfo kind, ObjectName name, CancellationToken cancellationToken) =>
        Send(Call(kind, "get", name), tree => Read(kind, tree), cancellationToken);

    /// <param name="kind">The resource.</param>
    /// <param name="inNamespace">Empty: every namespace.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public ValueTask<ApiResult<IReadOnlyList<PartialObject>>> List(KindInfo kind, string inNamespace, CancellationToken cancellationToken) =>
        Send<IReadOnlyList<PartialObject>>(
            Call(kind, "list", new(inNamespace, "")) with { Answer = ListSchemas.Of(Partial) },
            list => [.. (list.List("items") ?? []).Select(item => Read(kind, (TreeObject)item))],
            cancellationToken);

    /// <returns>The object where it is still there, held by finalizers or its grace; null when it is gone.</returns>
    public ValueTask<ApiResult<Deletion<PartialObject>>> Delete(
        KindInfo kind, ObjectName name, DeleteOptions options, CancellationToken cancellationToken) => Send(
        Call(kind, "delete", name) with { Body = RecordBinder.Write(options) },
        tree => new Deletion<PartialObject>(tree.Text("kind") == nameof(Status) ? null : Read(kind, tree)),
        cancellationToken);

    public ValueTask<ApiResult<PartialObject>> Patch(KindInfo kind, ObjectName name, ObjectPatch patch, CancellationToken cancellationToken)
    {
        var call = Call(kind, "patch", name) with
        {
            Query = CallQuery.Of(WriteOptions.Default, fieldManager),
            Body = patch.Body,
            ContentType = patch.ContentType,
        };
        return Send(call, tree => Read(kind, tree), cancellationToken);
    }

    private static ApiCall Call(KindInfo kind, string verb, ObjectName name) => new()
    {
        Kind = kind,
        Verb = verb,
        Namespace = name.Namespace,
        Name = name.Name,
        WithoutManagedFields = true,
        MetadataOnly = true,
        Answer = Partial,
    };

    private static PartialObject Read(KindInfo kind, TreeObject obj) =>
        new(kind, RecordBinder.Read<ObjectMeta>(obj.Object("metadata") ?? new TreeObject()));

    private async ValueTask<ApiResult<T>> Send<T>(ApiCall call, Func<TreeObject, T> read, CancellationToken cancellationToken)
        where T : class => ResultReader.Read(await transport.Send(call, cancellationToken), read);
}
