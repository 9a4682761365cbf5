using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Records;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Dynamic;
using CloudletK8s.ControllerRuntime.Events;

namespace CloudletK8s.ControllerRuntime.Plans;

/// <summary>One change that a plan wants. Data, so that a test can look at it; the runtime carries it out.</summary>
public abstract record Write
{
    /// <summary>What is told when it was done.</summary>
    public EventNote? Done { get; init; }

    /// <summary>What is told when the server refuses it.</summary>
    public Func<Status, EventNote?>? Refused { get; init; }

    /// <summary>An object that exists already, or is gone already, is what this write wanted: no reason to decide again.</summary>
    public bool Settled { get; init; }

    internal abstract ValueTask<WriteResult> Run(IApiClient client, CancellationToken cancellationToken);

    private protected WriteResult Judge<T>(ApiResult<T> result) where T : class => result switch
    {
        ApiResult<T>.Ok => WriteResult.Done.Instance,
        ApiResult<T>.NotFound or ApiResult<T>.AlreadyExists when Settled => WriteResult.Done.Instance,
        ApiResult<T>.NotFound or ApiResult<T>.AlreadyExists or ApiResult<T>.Conflict or ApiResult<T>.Gone =>
            new WriteResult.Stale(((ApiResult<T>.Failed)result).Status),
        ApiResult<T>.Failed failed => new WriteResult.Refused(failed.Status),
        _ => throw new InvalidOperationException("a result is either Ok or Failed"),
    };

    public sealed record Create<T>(T Object) : Write where T : class, IApiObject
    {
        internal override async ValueTask<WriteResult> Run(IApiClient client, CancellationToken cancellationToken) =>
            Judge(await client.Create(Object, WriteOptions.Default, cancellationToken));
    }

    /// <summary>Replaces the object if it still has the revision that it carries.</summary>
    public sealed record Update<T>(T Object) : Write where T : class, IApiObject
    {
        internal override async ValueTask<WriteResult> Run(IApiClient client, CancellationToken cancellationToken) =>
            Judge(await client.Update(Object, WriteOptions.Default, cancellationToken));
    }

    /// <summary>Replaces the status if the object still has the revision that it carries.</summary>
    public sealed record UpdateStatus<T>(T Object) : Write where T : class, IApiObject
    {
        internal override async ValueTask<WriteResult> Run(IApiClient client, CancellationToken cancellationToken) =>
            Judge(await client.UpdateStatus(Object, WriteOptions.Default, cancellationToken));
    }

    /// <summary>Replaces what a subresource lets be replaced, if the object still has the revision that it carries.</summary>
    public sealed record UpdatePart<T>(T Object, string Subresource) : Write where T : class, IApiObject
    {
        internal override async ValueTask<WriteResult> Run(IApiClient client, CancellationToken cancellationToken) =>
            Judge(await client.UpdatePart(Object, Subresource, WriteOptions.Default, cancellationToken));
    }

    public sealed record Patch<T>(ObjectName Name, ObjectPatch Change, string Subresource = "") : Write where T : class, IApiObject
    {
        /// <summary>Who owns the fields that are set; empty: the client's own manager.</summary>
        public string FieldManager { get; init; } = "";

        internal override async ValueTask<WriteResult> Run(IApiClient client, CancellationToken cancellationToken) =>
            Judge(await client.Patch<T>(Name, Change, Subresource, WriteOptions.Default with { FieldManager = FieldManager }, cancellationToken));
    }

    /// <summary>Deletes this very object, not a later one of its name.</summary>
    public sealed record Delete<T>(T Object) : Write where T : class, IApiObject
    {
        public DeleteOptions Options { get; init; } = new();

        internal override async ValueTask<WriteResult> Run(IApiClient client, CancellationToken cancellationToken)
        {
            var options = Options with { Preconditions = (Options.Preconditions ?? new()) with { Uid = Object.Metadata?.Uid } };
            return Judge(await client.Delete<T>(ObjectName.Of(Object), options, cancellationToken));
        }
    }

    /// <summary>Changes an object of any kind.</summary>
    public sealed record PatchAny(PartialObject Object, ObjectPatch Change) : Write
    {
        internal override async ValueTask<WriteResult> Run(IApiClient client, CancellationToken cancellationToken) =>
            Judge(await client.Dynamic.Patch(Object.Kind, Object.Name, Change, cancellationToken));
    }

    /// <summary>Deletes this very object, of any kind.</summary>
    public sealed record DeleteAny(PartialObject Object, DeleteOptions Options) : Write
    {
        internal override async ValueTask<WriteResult> Run(IApiClient client, CancellationToken cancellationToken)
        {
            var options = Options with { Preconditions = (Options.Preconditions ?? new()) with { Uid = Object.Metadata.Uid } };
            return Judge(await client.Dynamic.Delete(Object.Kind, Object.Name, options, cancellationToken));
        }
    }

    /// <summary>The write that brings the status up to date; null when it is.</summary>
    public static UpdateStatus<T>? StatusOf<T>(T current, T wanted) where T : class, IApiObject =>
        RecordBinder.Same(current, wanted) ? null : new(wanted);

    /// <summary>The write that brings the object up to date; null when it is.</summary>
    public static Update<T>? UpdateOf<T>(T current, T wanted) where T : class, IApiObject =>
        RecordBinder.Same(current, wanted) ? null : new(wanted);
}
