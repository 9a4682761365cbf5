using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.ControllerRuntime.Work;
using CloudletK8s.Reconcilers.Children;

namespace CloudletK8s.Reconcilers.Namespaces;

/// <summary>The one write that gives each namespace what it lacks.</summary>
internal static class EachNamespacePlan
{
    /// <param name="write">Null: nothing is missing.</param>
    public static Plan Of(Write? write) => write is null ? Plan.Nothing : Plan.Of(write) with
    {
        WhenRefused = Refusals.Retry,
    };
}
