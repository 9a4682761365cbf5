using CloudletK8s.Api.Core.V1;
using CloudletK8s.Reconcilers.Pods;

namespace CloudletK8s.Reconcilers.StatefulSets;

/// <summary>An ordinal of a stateful set and the pod that has it.</summary>
/// <param name="Pod">Null: there is none.</param>
/// <param name="Revision">Of the pod, or of the one that is to be made.</param>
internal sealed record StatefulSlot(int Ordinal, Pod? Pod, string? Revision)
{
    public bool IsTerminating => Pod?.IsTerminating() == true;

    public bool IsFinished => Pod?.IsFinished() == true;

    public bool IsReady => Pod is { Status.Phase: PodState.Running } pod && pod.IsReady();

    /// <summary>Running and ready for long enough.</summary>
    public bool IsAvailable(int minReadySeconds, DateTimeOffset now) => IsReady && Pod!.IsAvailable(minReadySeconds, now);

    /// <summary>Not to be counted on.</summary>
    public bool IsUnavailable(int minReadySeconds, DateTimeOffset now) => IsTerminating || !IsAvailable(minReadySeconds, now);
}
