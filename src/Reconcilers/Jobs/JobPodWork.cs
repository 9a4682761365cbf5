using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.ControllerRuntime.Work;
using CloudletK8s.Reconcilers.Children;
using CloudletK8s.Reconcilers.Pods;

namespace CloudletK8s.Reconcilers.Jobs;

/// <summary>The pods that a job makes or gives up in one go.</summary>
/// <param name="Made">Pods that are new.</param>
/// <param name="Deleted">Pods that run no longer.</param>
/// <param name="Next">When there is more to do.</param>
internal sealed record JobPodWork(IReadOnlyList<PlanStep> Steps, int Made, IReadOnlyList<Pod> Deleted, ReconcileResult Next)
{
    /// <summary>The most pods that are made or given up in one go; the rest comes with the next look.</summary>
    private const int Burst = 500;

    public static JobPodWork None { get; } = new([], 0, [], ReconcileResult.Done.Instance);

    /// <summary>Keeps as many pods as the job wants.</summary>
    public static JobPodWork Of(JobView view, JobFacts facts, DateTimeOffset now)
    {
        if (facts.IsLeaving)
            return None;
        if (facts.Job.IsSuspended())
            return GiveUp(facts, facts.Active);

        var wanted = Wanted(facts);
        var superfluous = Superfluous(facts, Math.Max(0, facts.Active.Count - wanted), now);
        if (superfluous.Count > 0)
            return GiveUp(facts, [.. superfluous.Take(Burst)]);

        var missing = wanted - facts.Active.Count - (facts.Job.ReplacesOnlyEndedPods() ? facts.Terminating : 0);
        return missing > 0 ? Create(view, facts, Math.Min(missing, Burst), now) : None;
    }

    /// <summary>Stops what still runs when a job ends. The pods stay until they are counted.</summary>
    public static JobPodWork Stop(JobFacts facts) =>
        facts.Active.Count == 0 ? None : new([new([.. facts.Active.Select(pod => Delete(facts, pod))])], 0, facts.Active, ReconcileResult.Done.Instance);

    private static int Wanted(JobFacts facts)
    {
        var parallel = facts.Spec.Parallelism ?? 1;
        if (facts.Spec.Completions is { } completions)
            return Math.Clamp(completions - facts.Succeeded, 0, parallel);

        // One success is enough: the others may end by themselves.
        return facts.Succeeded > 0 ? facts.Active.Count : parallel;
    }

    /// <summary>Pods without an index, with one that the job no longer has or that another pod has too, and as many as are too many.</summary>
    private static List<Pod> Superfluous(JobFacts facts, int count, DateTimeOffset now)
    {
        var ranked = new PodRanking(facts.Active, now);
        var left = facts.Active;
        var given = new List<Pod>();
        if (facts.Job.IsIndexed())
        {
            left = [];
            foreach (var same in facts.Active.GroupBy(pod => pod.IndexBelow(facts.Completions)))
            {
                List<Pod> pods = [.. same.Order(ranked)];
                var keep = same.Key is null ? 0 : 1;
                given.AddRange(pods.Take(pods.Count - keep));
                left.AddRange(pods.TakeLast(keep));
            }
        }

        if (given.Count < count)
            given.AddRange(left.Order(ranked).Take(count - given.Count));
        return given;
    }

    /// <summary>These do not count as failed, so they lose their finalizer first.</summary>
    private static JobPodWork GiveUp(JobFacts facts, IReadOnlyList<Pod> pods)
    {
        if (pods.Count == 0)
            return None;

        var steps = new List<PlanStep>(2);
        List<Write> untracked = [.. pods.Where(pod => pod.IsTracked()).Select(Untrack)];
        if (untracked.Count > 0)
            steps.Add(new(untracked));
        steps.Add(new([.. pods.Select(pod => Delete(facts, pod))]));
        return new(steps, 0, pods, ReconcileResult.Done.Instance);
    }

    /// <summary>A pod that has changed meanwhile is looked at again.</summary>
    public static Write Untrack(Pod pod) => new Write.Update<Pod>(pod.Untracked());

    private static JobPodWork Create(JobView view, JobFacts facts, int count, DateTimeOffset now)
    {
        var pause = facts.Job.LimitsEachIndex() ? TimeSpan.Zero : JobBackoff.Left(facts, now);
        if (pause > TimeSpan.Zero)
            return None with { Next = new ReconcileResult.RequeueAfter(pause, "a failed pod is tried again after a pause") };

        var pods = facts.Job.IsIndexed() ? Indexed(view, facts, count, now, out pause) : Plain(view, count);
        if (pods.Count == 0)
            return pause > TimeSpan.Zero ? None with { Next = new ReconcileResult.RequeueAfter(pause, "a failed index is tried again after a pause") } : None;

        return new([new([.. pods.Select(pod => PodWrites.Create(facts.Job, pod))]) { SlowStart = true }], pods.Count, [], ReconcileResult.Done.Instance);
    }

    private static List<Pod> Plain(JobView view, int count)
    {
        var prefix = view.Job.Metadata!.Name + "-";
        return [.. ChildNames.Free(prefix, view.Job.Metadata.Uid!, view.IsTaken).Take(count).Select(name => JobPodTemplate.Make(view.Job, name, prefix))];
    }

    private static List<Pod> Indexed(JobView view, JobFacts facts, int count, DateTimeOffset now, out TimeSpan pause)
    {
        var taken = facts.SucceededIndexes.Union(IndexIntervals.Of(facts.Active.Select(pod => pod.Index()).OfType<int>()));
        if (facts.Job.ReplacesOnlyEndedPods())
            taken = taken.Union(IndexIntervals.Of(facts.Pods.Where(pod => pod.IsTerminating() && !pod.IsFinished()).Select(pod => pod.Index()).OfType<int>()));
        if (facts.FailedIndexes is { } failed)
            taken = taken.Union(failed);

        var pods = new List<Pod>();
        pause = TimeSpan.Zero;
        foreach (var index in taken.Missing(count, facts.Completions))
        {
            var replaced = facts.LastFailures.GetValueOrDefault(index);
            var left = JobBackoff.Left(replaced, now);
            if (left > TimeSpan.Zero)
            {
                pause = pause == TimeSpan.Zero || left < pause ? left : pause;
                continue;
            }

            var name = ChildNames.Free(JobPodTemplate.Prefix(view.Job, index), view.Job.Metadata!.Uid!, view.IsTaken).First();
            pods.Add(JobPodTemplate.Make(view.Job, name, index, replaced));
        }

        return pods;
    }

    private static Write Delete(JobFacts facts, Pod pod) => PodWrites.Delete(facts.Job, pod);
}
