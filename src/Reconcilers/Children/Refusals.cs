using CloudletK8s.Api.Meta.V1;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.ControllerRuntime.Work;

namespace CloudletK8s.Reconcilers.Children;

/// <summary>Why the server would not have a child.</summary>
internal static class Refusals
{
    private const string NamespaceTerminating = "NamespaceTerminating";

    /// <summary>Nothing is made any more in a namespace that is being deleted, and nothing needs to be said about it.</summary>
    public static bool IsNamespaceGoing(this Status refusal)
    {
        foreach (var cause in refusal.Details?.Causes ?? [])
        {
            if (cause.Reason == NamespaceTerminating)
                return true;
        }

        return false;
    }

    /// <summary>Tried again, later each time, unless the namespace goes.</summary>
    public static ReconcileResult Retry(PlanOutcome outcome) => outcome.Refusals.All(static refusal => refusal.Status.IsNamespaceGoing())
        ? ReconcileResult.Done.Instance
        : new ReconcileResult.Failed(outcome.Message);
}
