using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.ControllerRuntime.Events;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.Reconcilers.Children;

namespace CloudletK8s.Reconcilers.Pods;

/// <summary>Pods made and given up for an owner, who is told about it.</summary>
internal static class PodWrites
{
    public static Write Create<TOwner>(TOwner owner, Pod pod) where TOwner : class, IApiObject => new Write.Create<Pod>(pod)
    {
        Done = EventNote.Normal(owner, "SuccessfulCreate", $"Created pod: {pod.Metadata!.Name}"),
        Refused = refusal => refusal.IsNamespaceGoing() ? null : EventNote.Warning(owner, "FailedCreate", $"Error creating: {refusal.Message}"),
    };

    public static Write Delete<TOwner>(TOwner owner, Pod pod) where TOwner : class, IApiObject => new Write.Delete<Pod>(pod)
    {
        Settled = true,
        Done = EventNote.Normal(owner, "SuccessfulDelete", $"Deleted pod: {pod.Metadata!.Name}"),
        Refused = refusal => EventNote.Warning(owner, "FailedDelete", $"Error deleting: {refusal.Message}"),
    };
}
