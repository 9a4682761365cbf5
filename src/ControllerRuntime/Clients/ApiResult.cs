using CloudletK8s.Api.Meta.V1;

namespace CloudletK8s.ControllerRuntime.Clients;

/// <summary>
/// What became of a call. These are the outcomes that a caller has to expect; whatever else the server answers is an
/// <see cref="ApiStatusException"/>.
/// </summary>
public abstract record ApiResult<T> where T : class
{
    private ApiResult()
    {
    }

    public T? ValueOrNull => (this as Ok)?.Value;

    /// <summary>For callers to whom every other outcome is a failure.</summary>
    /// <exception cref="ApiStatusException">It was another outcome.</exception>
    public T Required() => this switch
    {
        Ok ok => ok.Value,
        Failed failed => throw new ApiStatusException(failed.Status),
        _ => throw new InvalidOperationException("a result is either Ok or Failed"),
    };

    public sealed record Ok(T Value) : ApiResult<T>;

    public abstract record Failed(Status Status) : ApiResult<T>;

    public sealed record NotFound(Status Status) : Failed(Status);

    public sealed record AlreadyExists(Status Status) : Failed(Status);

    /// <summary>The object has another revision, a precondition does not hold, or another manager owns an applied field.</summary>
    public sealed record Conflict(Status Status) : Failed(Status);

    /// <summary>The revision or continue token lies before what is kept.</summary>
    public sealed record Gone(Status Status) : Failed(Status);

    public sealed record Invalid(Status Status) : Failed(Status)
    {
        public IReadOnlyList<StatusCause> Causes => Status.Details?.Causes ?? [];
    }
}
