namespace CloudletK8s.SchedulerFn.Evaluations;

/// <summary>What the checks said of a node, in one number: passed, or which check refused and its code for why.</summary>
internal static class NodeStatus
{
    public const long Passes = 0;

    /// <summary>There is no node in the slot.</summary>
    public const long Absent = -1;

    /// <summary>Has to be asked again each time.</summary>
    public const long Unsettled = -2;

    private const int CheckShift = 56;

    public static long Refused(int check, long code) => ((long)(check + 1) << CheckShift) | code;

    public static int Check(long status) => (int)(status >> CheckShift) - 1;

    public static long Code(long status) => status & ((1L << CheckShift) - 1);
}
