using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Clients;

namespace CloudletK8s.TestKit.Controllers;

/// <summary>
/// Every node of a cluster at once, through the API only: pods that are on a node become ready, pods that are on their way out
/// end. A pod whose image is "broken" runs and never gets ready.
/// </summary>
/// <param name="bindsTo">Pods that are on no node are put on this one; null: that is left to the scheduler.</param>
public sealed class PodLoop(IApiClient client, string inNamespace, string? bindsTo) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private Task? _running;

    public PodLoop Start()
    {
        _running = Run(_stopping.Token);
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await (_running ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
    }

    private async Task Run(CancellationToken cancellationToken)
    {
        // Pods on a node that does not exist would be collected.
        if (bindsTo is not null)
            await client.Create(new Node { Metadata = new() { Name = bindsTo } }, WriteOptions.Default, cancellationToken);

        await foreach (var told in client.Watch<Pod>(inNamespace, new() { SendInitialEvents = true }, cancellationToken))
        {
            if (told is ResourceEvent<Pod>.Added or ResourceEvent<Pod>.Modified)
                await Look(((ResourceEvent<Pod>.Changed)told).Object, cancellationToken);
        }
    }

    private async ValueTask Look(Pod pod, CancellationToken cancellationToken)
    {
        var name = ObjectName.Of(pod);
        if (pod.Metadata!.DeletionTimestamp is not null)
        {
            await client.Delete<Pod>(name, new() { GracePeriodSeconds = 0, Preconditions = new() { Uid = pod.Metadata.Uid } }, cancellationToken);
        }
        else if (pod.Spec?.NodeName is not { Length: > 0 })
        {
            if (bindsTo is not null)
                await client.Bind(new() { Metadata = new() { Name = name.Name, Namespace = name.Namespace }, Target = new() { Kind = "Node", Name = bindsTo } }, WriteOptions.Default, cancellationToken);
        }
        else if (pod.Status?.Phase is null or "Pending")
        {
            var ready = pod.Spec.Containers?[0].Image == "broken" ? "False" : "True";
            IReadOnlyList<PodCondition> others = [.. (pod.Status?.Conditions ?? []).Where(condition => condition.Type != "Ready")];
            await client.UpdateStatus(
                pod with
                {
                    Status = (pod.Status ?? new()) with
                    {
                        Phase = "Running",
                        Conditions = [.. others, new() { Type = "Ready", Status = ready, LastTransitionTime = pod.Metadata.CreationTimestamp }],
                    },
                },
                WriteOptions.Default, cancellationToken);
        }
    }
}
