using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.ControllerRuntime.Events;
using CloudletK8s.ControllerRuntime.Plans;

namespace CloudletK8s.Reconcilers.Pods;

/// <summary>Pods made and given up for an owner, who is told about it.</summary>
internal static class PodWrites
{
    private const string NamespaceTerminating = "NamespaceTerminating";

    public static Write Create<TOwner>(TOwner owner, Pod pod) where TOwner : class, IApiObject => new Write.Create<Pod>(pod)
    {
        Done = EventNote.Normal(owner, "SuccessfulCreate", $"Created pod: {pod.Metadata!.Name}"),
        Refused = refusal => IsNamespaceGoing(refusal) ? null : EventNote.Warning(owner, "FailedCreate", $"Error creating: {refusal.Message}"),
    };

    public static Write Delete<TOwner>(TOwner owner, Pod pod) where TOwner : class, IApiObject => new Write.Delete<Pod>(pod)
    {
        Settled = true,
        Done = EventNote.Normal(owner, "SuccessfulDelete", $"Deleted pod: {pod.Metadata!.Name}"),
        Refused = refusal => EventNote.Warning(owner, "FailedDelete", $"Error deleting: {refusal.Message}"),
    };

    /// <summary>Nothing new comes into a namespace that is on its way out: no reason to try again, or to complain.</summary>
    public static bool IsNamespaceGoing(Status refusal) =>
        refusal.Details?.Causes?.Any(cause => cause.Reason == NamespaceTerminating) == true;
}
