using CloudletK8s.Api.Core.V1;

namespace CloudletK8s.SchedulerFn.Filters;

internal static class Taints
{
    public static bool AreTolerated(Taint taint, IReadOnlyList<Toleration> tolerations)
    {
        for (var i = 0; i < tolerations.Count; i++)
        {
            if (Tolerates(tolerations[i], taint))
                return true;
        }

        return false;
    }

    public static Taint? FirstUntolerated(List<Taint> taints, IReadOnlyList<Toleration> tolerations)
    {
        foreach (var taint in taints)
        {
            if (!AreTolerated(taint, tolerations))
                return taint;
        }

        return null;
    }

    private static bool Tolerates(Toleration toleration, Taint taint)
    {
        if (!string.IsNullOrEmpty(toleration.Effect) && toleration.Effect != taint.Effect)
            return false;
        if (!string.IsNullOrEmpty(toleration.Key) && toleration.Key != taint.Key)
            return false;

        return toleration.Operator switch
        {
            null or "" or "Equal" => (toleration.Value ?? "") == (taint.Value ?? ""),
            "Exists" => true,
            _ => false,
        };
    }
}
