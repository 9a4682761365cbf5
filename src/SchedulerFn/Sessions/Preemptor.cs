using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.SchedulerFn.Placements;
using CloudletK8s.SchedulerFn.Pods;
using CloudletK8s.SchedulerFn.Queues;

namespace CloudletK8s.SchedulerFn.Sessions;

/// <summary>Clears a node for a more important pod.</summary>
internal sealed class Preemptor(IApiClient client, PodReports reports)
{
    public async Task Evict(WaitingPod pod, PreemptionOutcome.Proposal proposal, CancellationToken cancellationToken)
    {
        foreach (var loser in proposal.LosingNomination)
            await reports.ClearNomination(loser, cancellationToken);

        await Task.WhenAll(proposal.Victims.Select(victim => Evict(victim, pod.Info, proposal.Node, cancellationToken)));
    }

    private async Task Evict(PodInfo victim, PodInfo by, string node, CancellationToken cancellationToken)
    {
        await reports.Disrupt(victim, by, cancellationToken);
        var deleted = await client.Delete<Pod>(new(victim.Namespace, victim.Name), new() { Preconditions = new() { Uid = victim.Uid } }, cancellationToken);
        if (deleted is ApiResult<Deletion<Pod>>.Ok)
            reports.Preempted(victim, by, node);
    }
}
