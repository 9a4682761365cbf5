using CloudletK8s.Api.Kinds;

namespace CloudletK8s.ControllerRuntime.Clients.ListWatches;

/// <summary>
/// Keeps a sink in step with the objects of a resource: fetches them, follows their changes, and begins again where that breaks
/// off. Nothing is ever repeated just because time has passed.
/// </summary>
public sealed class ListWatch<T>(
    IApiClient client, IListWatchSink<T> sink, ListWatchOptions options, TimeProvider time, Random random) where T : class, IApiObject
{
    private readonly KnownObjects<T> _known = new(sink);
    private IAsyncEnumerator<ResourceEvent<T>>? _stream;

    /// <summary>Runs until it is cancelled; may be called once.</summary>
    public async Task Run(CancellationToken cancellationToken)
    {
        var state = ListWatchMachine.Start<T>(options.UseWatchList);
        try
        {
            while (true)
            {
                var input = await Learn(state, cancellationToken);
                var (next, effect) = ListWatchMachine.Step(state, input);
                if (input is not ListWatchInput<T>.Told || next is not (ListWatchState<T>.Receiving or ListWatchState<T>.Following))
                    await CloseStream();
                if (input is ListWatchInput<T>.Failed { Error: var error })
                    options.Failure?.Invoke(error);
                if (effect is not null)
                    _known.Apply(effect);

                state = next;
            }
        }
        finally
        {
            await CloseStream();
        }
    }

    private async ValueTask<ListWatchInput<T>> Learn(ListWatchState<T> state, CancellationToken cancellationToken)
    {
        try
        {
            switch (state)
            {
                case ListWatchState<T>.Listing listing:
                    return await List(listing, cancellationToken);
                case ListWatchState<T>.Resting resting:
                    await Task.Delay(options.Backoff.After(resting.Failures, random), time, cancellationToken);
                    return new ListWatchInput<T>.Rested();
                default:
                    _stream ??= client.Watch<T>(options.Namespace, WatchOptions(state), cancellationToken).GetAsyncEnumerator(cancellationToken);
                    return await _stream.MoveNextAsync()
                        ? new ListWatchInput<T>.Told(_stream.Current)
                        : new ListWatchInput<T>.WatchEnded();
            }
        }
        catch (Exception e)
        {
            // A connection that is cut by the cancellation may say so in words of its own.
            cancellationToken.ThrowIfCancellationRequested();
            return new ListWatchInput<T>.Failed(e);
        }
    }

    private async ValueTask<ListWatchInput<T>> List(ListWatchState<T>.Listing state, CancellationToken cancellationToken)
    {
        var asked = new ListOptions
        {
            LabelSelector = options.LabelSelector,
            FieldSelector = options.FieldSelector,
            WithoutManagedFields = options.WithoutManagedFields,
            Limit = state.Whole ? 0 : options.PageSize,
            Continue = state.Continue,
        };
        return await client.List<T>(options.Namespace, asked, cancellationToken) switch
        {
            ApiResult<ResourceList<T>>.Ok ok => new ListWatchInput<T>.Listed(ok.Value),
            ApiResult<ResourceList<T>>.Gone => new ListWatchInput<T>.PageExpired(),
            var failed => new ListWatchInput<T>.Failed(new ApiStatusException(((ApiResult<ResourceList<T>>.Failed)failed).Status)),
        };
    }

    private WatchOptions WatchOptions(ListWatchState<T> state) => new()
    {
        LabelSelector = options.LabelSelector,
        FieldSelector = options.FieldSelector,
        WithoutManagedFields = options.WithoutManagedFields,
        ResourceVersion = (state as ListWatchState<T>.Following)?.ResourceVersion ?? "",
        SendInitialEvents = state is ListWatchState<T>.Receiving,
    };

    private async ValueTask CloseStream()
    {
        if (_stream is not { } stream)
            return;

        _stream = null;
        await stream.DisposeAsync();
    }
}
