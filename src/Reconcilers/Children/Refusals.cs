using CloudletK8s.Api.Meta.V1;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.ControllerRuntime.Work;

namespace CloudletK8s.Reconcilers.Children;

/// <summary>What to make of a server that will not have a child.</summary>
internal static class Refusals
{
    /// <summary>The whole namespace goes, and its owner with it: nothing to tell, and no reason to try again.</summary>
    public static bool IsNamespaceGoing(Status refusal)
    {
        foreach (var cause in refusal.Details?.Causes ?? [])
        {
            if (cause.Reason == "NamespaceTerminating")
                return true;
        }

        return false;
    }

    /// <summary>Tried again, later each time, unless the namespace goes.</summary>
    public static ReconcileResult Next(PlanOutcome outcome) => outcome.Refusals.All(refusal => IsNamespaceGoing(refusal.Status))
        ? ReconcileResult.Done.Instance
        : new ReconcileResult.Failed(outcome.Message);
}
