using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Selectors;

namespace CloudletK8s.SchedulerFn.Filters;

internal static class Taints
{
    public static bool AreTolerated(Taint taint, IReadOnlyList<Toleration> tolerations) => Tolerations.Tolerate(tolerations, taint);

    public static Taint? FirstUntolerated(List<Taint> taints, IReadOnlyList<Toleration> tolerations)
    {
        foreach (var taint in taints)
        {
            if (!AreTolerated(taint, tolerations))
                return taint;
        }

        return null;
    }
}
