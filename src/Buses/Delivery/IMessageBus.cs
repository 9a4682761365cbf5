using CloudletK8s.ControllerRuntime.Work;

namespace CloudletK8s.Buses.Delivery;

/// <summary>A bus outside of this process.</summary>
public interface IMessageBus : IWorkBus
{
    /// <summary>Sends messages that have a past.</summary>
    /// <param name="stamp">Messages with equal keys and stamps are one, where the bus can tell.</param>
    ValueTask Send(IReadOnlyList<WorkMessage> messages, TimeSpan delay, string stamp, CancellationToken cancellationToken);
}
