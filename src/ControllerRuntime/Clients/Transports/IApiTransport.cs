namespace CloudletK8s.ControllerRuntime.Clients.Transports;

/// <summary>
/// Carries calls to an API server, in this process or another. A refusal is an answer like any other; an exception means that it
/// is not known what became of the call.
/// </summary>
public interface IApiTransport
{
    ValueTask<ApiAnswer> Send(ApiCall call, CancellationToken cancellationToken);

    /// <summary>
    /// The events of a watch as they come. A watch that is refused is one ERROR event; one that the server ends just ends, and a
    /// broken one throws.
    /// </summary>
    IAsyncEnumerable<ApiFrame> Watch(ApiCall call, CancellationToken cancellationToken);
}
