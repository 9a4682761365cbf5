using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Events;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.ControllerRuntime.Work;
using CloudletK8s.Reconcilers.Children;
using CloudletK8s.Reconcilers.Volumes;

namespace CloudletK8s.Reconcilers.EphemeralVolumes;

/// <summary>Volumes that live as long as their pod: each gets a claim that the pod owns.</summary>
internal static class EphemeralPlan
{
    public static Plan Decide(EphemeralView view)
    {
        var pod = view.Pod;
        if (pod.Metadata!.DeletionTimestamp is not null)
            return Plan.Nothing;

        var writes = new List<Write>();
        var events = new List<EventNote>();
        foreach (var volume in pod.Spec?.Volumes ?? [])
        {
            if (volume.Ephemeral?.VolumeClaimTemplate is not { } template)
                continue;

            var name = ClaimUsers.NameOf(pod, volume)!;
            if (view.Claim(name) is not { } claim)
                writes.Add(Make(pod, volume, name, template));
            else if (!OwnerReferences.IsControlledBy(claim, pod))
                events.Add(Failure(pod, volume, $"PVC {pod.Metadata.Namespace}/{name} was not created for pod {pod.Metadata.Namespace}/{pod.Metadata.Name} (pod is not owner)"));
        }

        return new()
        {
            Steps = writes.Count == 0 ? [] : [new(writes)],
            Events = events,
            WhenRefused = Refusals.Retry,
        };
    }

    private static Write Make(Pod pod, Volume volume, string name, PersistentVolumeClaimTemplate template) => new Write.Create<PersistentVolumeClaim>(new()
    {
        Metadata = new()
        {
            Name = name,
            Namespace = pod.Metadata!.Namespace,
            Labels = template.Metadata?.Labels,
            Annotations = template.Metadata?.Annotations,
            OwnerReferences = [OwnerReferences.ToController(pod)],
        },
        Spec = template.Spec,
    })
    {
        Refused = refusal => refusal.IsNamespaceGoing() ? null : Failure(pod, volume, $"create PVC {name}: {refusal.Message}"),
    };

    private static EventNote Failure(Pod pod, Volume volume, string message) =>
        EventNote.Warning(pod, "FailedBinding", $"ephemeral volume {volume.Name}: {message}");
}
