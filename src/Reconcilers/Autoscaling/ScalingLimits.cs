using CloudletK8s.Api.Autoscaling.V2;

namespace CloudletK8s.Reconcilers.Autoscaling;

/// <summary>What a recommendation becomes: steadied against the recent ones, and kept within limits.</summary>
/// <param name="Able">Reason and message of AbleToScale.</param>
/// <param name="Limited">Whether a limit has changed it, with reason and message of ScalingLimited.</param>
internal sealed record ScalingLimits(int Replicas, (string Reason, string Message) Able, (bool Is, string Reason, string Message) Limited)
{
    private const int MostReplicasAtFirst = 4;

    private static readonly TimeSpan DownWindow = TimeSpan.FromMinutes(5);
    private static readonly (string, string) Steady = ("ReadyForNewScale", "recommended size matches current size");
    private static readonly (string, string) UpStabilized = ("ScaleUpStabilized", "recent recommendations were lower than current one, applying the lowest recent recommendation");
    private static readonly (string, string) DownStabilized = ("ScaleDownStabilized", "recent recommendations were higher than current one, applying the highest recent recommendation");
    private static readonly (string, string) InRange = ("DesiredWithinRange", "the desired count is within the acceptable range");
    private static readonly (string, string) UpLimit = ("ScaleUpLimit", "the desired replica count is increasing faster than the maximum scale rate");
    private static readonly (string, string) DownLimit = ("ScaleDownLimit", "the desired replica count is decreasing faster than the maximum scale rate");
    private static readonly (string, string) TooMany = ("TooManyReplicas", "the desired replica count is more than the maximum replica count");
    private static readonly (string, string) TooFew = ("TooFewReplicas", "the desired replica count is less than the minimum replica count");

    public static ScalingLimits Of(HorizontalPodAutoscalerSpec spec, int current, int recommended, ScalingMemory memory, DateTimeOffset now)
    {
        var (steadied, able) = spec.Behavior is { } behavior
            ? Steadied(behavior, current, recommended, memory, now)
            : Steadied(recommended, memory, now);
        var (replicas, limit) = spec.Behavior is { } rules
            ? WithRules(spec, rules, current, steadied, memory, now)
            : WithoutRules(spec, current, steadied);
        return new(replicas, able, (replicas != steadied, limit.Reason, limit.Message));
    }

    private static (int Replicas, (string, string) Able) Steadied(int recommended, ScalingMemory memory, DateTimeOffset now)
    {
        var highest = memory.Highest(recommended, DownWindow, now);
        return (highest, highest != recommended ? DownStabilized : Steady);
    }

    private static (int Replicas, (string, string) Able) Steadied(
        HorizontalPodAutoscalerBehavior behavior, int current, int recommended, ScalingMemory memory, DateTimeOffset now)
    {
        var lowest = memory.Lowest(recommended, Window(behavior.ScaleUp, TimeSpan.Zero), now);
        var highest = memory.Highest(recommended, Window(behavior.ScaleDown, DownWindow), now);
        var steadied = Math.Min(Math.Max(current, lowest), highest);
        return (steadied, steadied == recommended ? Steady : recommended >= current ? UpStabilized : DownStabilized);
    }

    private static (int Replicas, (string Reason, string Message) Why) WithoutRules(HorizontalPodAutoscalerSpec spec, int current, int wanted)
    {
        var fastest = Math.Max(2L * current, MostReplicasAtFirst);
        if (wanted < (spec.MinReplicas ?? 1))
            return (spec.MinReplicas ?? 1, TooFew);

        var most = (int)Math.Min(fastest, spec.MaxReplicas);
        return wanted > most ? (most, spec.MaxReplicas > fastest ? UpLimit : TooMany) : (wanted, InRange);
    }

    private static (int Replicas, (string Reason, string Message) Why) WithRules(
        HorizontalPodAutoscalerSpec spec, HorizontalPodAutoscalerBehavior behavior, int current, int wanted, ScalingMemory memory, DateTimeOffset now)
    {
        if (wanted > current)
        {
            var fastest = Math.Max(current, ScalingRates.Highest(behavior.ScaleUp ?? new(), current, memory, now));
            var most = Math.Min(fastest, spec.MaxReplicas);
            return wanted > most ? (most, spec.MaxReplicas > fastest ? UpLimit : TooMany) : (wanted, InRange);
        }

        if (wanted < current)
        {
            var slowest = Math.Min(current, ScalingRates.Lowest(behavior.ScaleDown ?? new(), current, memory, now));
            var least = Math.Max(slowest, spec.MinReplicas ?? 1);
            return wanted < least ? (least, (spec.MinReplicas ?? 1) < slowest ? DownLimit : TooFew) : (wanted, InRange);
        }

        return (wanted, InRange);
    }

    private static TimeSpan Window(HPAScalingRules? rules, TimeSpan otherwise) =>
        rules?.StabilizationWindowSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : otherwise;
}
