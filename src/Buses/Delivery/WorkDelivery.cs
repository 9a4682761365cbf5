using CloudletK8s.ControllerRuntime.Work;

namespace CloudletK8s.Buses.Delivery;

/// <summary>
/// One message on its way to whoever works on it. What has to be looked at again is sent anew before the message is let go, so that
/// a process that is killed in between repeats work and loses none.
/// </summary>
public sealed class WorkDelivery(IMessageBus bus, WorkHandler handler, DeliveryOptions options, Random random)
{
    private readonly Lock _gate = new();

    /// <returns>False: the broker keeps the message and delivers it again, or gives up.</returns>
    public async ValueTask<bool> Deliver(WorkMessage message, CancellationToken cancellationToken)
    {
        switch (await Handle(message.Key, cancellationToken))
        {
            case ReconcileResult.RequeueAfter later:
                await bus.Send([message with { Failures = 0 }], later.Delay, "", cancellationToken);
                return true;
            case ReconcileResult.Failed when message.Failures + 1 < options.MostFailures:
                await bus.Send([message with { Failures = message.Failures + 1 }], Pause(message.Failures + 1), "", cancellationToken);
                return true;
            case ReconcileResult.Failed:
                return false;
            default:
                return true;
        }
    }

    private async ValueTask<ReconcileResult> Handle(WorkKey key, CancellationToken cancellationToken)
    {
        try
        {
            return await handler(key, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // The handler has logged what there was to log.
            return new ReconcileResult.Failed(failure.Message);
        }
    }

    private TimeSpan Pause(int failures)
    {
        lock (_gate)
            return options.Backoff.After(failures, random);
    }
}
