using CloudletK8s.Api.Trees;

namespace CloudletK8s.ApiServer.Printing;

/// <summary>What people want to know of a pod, gathered from the states of its containers.</summary>
internal sealed class PodSummary
{
    private readonly TreeObject? _spec;
    private readonly TreeObject? _status;
    private readonly HashSet<string> _sidecars;
    private long _sidecarRestarts;
    private DateTimeOffset? _lastSidecarRestart;

    private PodSummary(TreeObject pod)
    {
        _spec = pod.Object("spec");
        _status = pod.Object("status");
        _sidecars =
        [
            .. Formats.Objects(_spec, "initContainers")
                .Where(container => container.Text("restartPolicy") == "Always").Select(container => container.Text("name") ?? ""),
        ];
        Total = Formats.Count(_spec, "containers") + _sidecars.Count;
        Status = Phase();
    }

    public int Ready { get; private set; }

    public int Total { get; }

    public string Status { get; private set; }

    public long Restarts { get; private set; }

    public DateTimeOffset? LastRestart { get; private set; }

    public static PodSummary Of(TreeObject pod)
    {
        var summary = new PodSummary(pod);
        var initializing = summary.AddInitContainers();
        if (!initializing || Formats.IsTrue(summary._status, "Initialized"))
            summary.AddContainers();
        summary.AddDeletion(pod);
        return summary;
    }

    private string Phase()
    {
        if (Formats.Objects(_status, "conditions").Any(condition =>
            condition.Text("type") == "PodScheduled" && condition.Text("reason") == "SchedulingGated"))
            return "SchedulingGated";

        return _status?.Text("reason") is { Length: > 0 } reason ? reason : _status?.Text("phase") ?? "";
    }

    /// <returns>Whether one of them still keeps the pod from starting.</returns>
    private bool AddInitContainers()
    {
        var index = -1;
        foreach (var container in Formats.Objects(_status, "initContainerStatuses"))
        {
            index++;
            var isSidecar = _sidecars.Contains(container.Text("name") ?? "");
            Restarts += Formats.Whole(container, "restartCount");
            LastRestart = Later(LastRestart, container);
            if (isSidecar)
            {
                _sidecarRestarts += Formats.Whole(container, "restartCount");
                _lastSidecarRestart = Later(_lastSidecarRestart, container);
            }

            var terminated = container.Object("state", "terminated");
            if (terminated is not null && Formats.Whole(terminated, "exitCode") == 0)
                continue;

            if (isSidecar && container.Flag("started") == true)
            {
                if (container.Flag("ready") == true)
                    Ready++;
                continue;
            }

            Status = terminated is not null ? "Init:" + Ended(terminated)
                : container.Object("state", "waiting")?.Text("reason") is { Length: > 0 } waiting && waiting != "PodInitializing" ? "Init:" + waiting
                : $"Init:{index}/{Formats.Count(_spec, "initContainers")}";
            return true;
        }

        return false;
    }

    private void AddContainers()
    {
        // Once the pod runs, restarts while it was being prepared no longer count.
        Restarts = _sidecarRestarts;
        LastRestart = _lastSidecarRestart;
        var running = false;
        foreach (var container in Formats.Objects(_status, "containerStatuses").Reverse())
        {
            Restarts += Formats.Whole(container, "restartCount");
            LastRestart = Later(LastRestart, container);
            if (container.Object("state", "waiting")?.Text("reason") is { Length: > 0 } waiting)
            {
                Status = waiting;
            }
            else if (container.Object("state", "terminated") is { } terminated)
            {
                Status = Ended(terminated);
            }
            else if (container.Flag("ready") == true && container.Object("state", "running") is not null)
            {
                running = true;
                Ready++;
            }
        }

        if (Status == "Completed" && running)
            Status = Formats.IsTrue(_status, "Ready") ? "Running" : "NotReady";
    }

    private void AddDeletion(TreeObject pod)
    {
        if (!Formats.IsDeleted(pod))
            return;

        if (_status?.Text("reason") == "NodeLost")
            Status = "Unknown";
        else if (_status?.Text("phase") is not ("Succeeded" or "Failed"))
            Status = "Terminating";
    }

    private static string Ended(TreeObject terminated) =>
        terminated.Text("reason") is { Length: > 0 } reason ? reason
        : Formats.Whole(terminated, "signal") is not 0 and var signal ? $"Signal:{signal}"
        : $"ExitCode:{Formats.Whole(terminated, "exitCode")}";

    private static DateTimeOffset? Later(DateTimeOffset? known, TreeObject container)
    {
        var ended = RowWriter.Parse(container.Object("lastState", "terminated")?.Text("finishedAt"));
        return known is null || ended > known ? ended ?? known : known;
    }
}
