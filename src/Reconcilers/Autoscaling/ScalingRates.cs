using CloudletK8s.Api.Autoscaling.V2;

namespace CloudletK8s.Reconcilers.Autoscaling;

/// <summary>How far an autoscaler's policies let the size go now, counted from what it was when each policy's period began.</summary>
internal static class ScalingRates
{
    private const double Percent = 100.0;

    public static int Highest(HPAScalingRules rules, int current, ScalingMemory memory, DateTimeOffset now)
    {
        if (rules.SelectPolicy == "Disabled" || rules.Policies is not { Count: > 0 } policies)
            return current;

        // Rounded up, or a small size would never grow.
        var allowed = policies.Select(policy => Start(policy, current, memory, now) is var start && policy.Type == "Percent"
            ? ReplicaMath.Ceiling(start * (1 + (policy.Value / Percent)))
            : start + policy.Value);
        return rules.SelectPolicy == "Min" ? allowed.Min() : allowed.Max();
    }

    public static int Lowest(HPAScalingRules rules, int current, ScalingMemory memory, DateTimeOffset now)
    {
        if (rules.SelectPolicy == "Disabled" || rules.Policies is not { Count: > 0 } policies)
            return current;

        var allowed = policies.Select(policy => Start(policy, current, memory, now) is var start && policy.Type == "Percent"
            ? (int)(start * (1 - (policy.Value / Percent)))
            : start - policy.Value);
        return rules.SelectPolicy == "Min" ? allowed.Max() : allowed.Min();
    }

    private static int Start(HPAScalingPolicy policy, int current, ScalingMemory memory, DateTimeOffset now)
    {
        var period = TimeSpan.FromSeconds(policy.PeriodSeconds);
        return current - memory.Added(period, now) + memory.Removed(period, now);
    }
}
