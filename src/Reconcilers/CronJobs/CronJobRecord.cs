using CloudletK8s.Api.Batch.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Events;
using CloudletK8s.Reconcilers.Jobs;

namespace CloudletK8s.Reconcilers.CronJobs;

/// <summary>What a cron job's status says of its jobs.</summary>
internal sealed class CronJobRecord
{
    private readonly List<ObjectReference> _active;

    public CronJobRecord(CronJobView view)
    {
        var cronJob = view.CronJob;
        _active = [.. cronJob.Status?.Active ?? []];
        LastScheduleTime = cronJob.Status?.LastScheduleTime;
        LastSuccessfulTime = cronJob.Status?.LastSuccessfulTime;
        foreach (var job in view.Jobs)
            Note(cronJob, job);

        var missing = _active.Where(known => view.Jobs.All(job => job.Metadata!.Uid != known.Uid)).ToList();
        foreach (var known in missing)
            Told.Add(EventNote.Normal(cronJob, "MissingJob", $"Active job went missing: {known.Name}"));
        _active.RemoveAll(missing.Contains);
    }

    public IReadOnlyList<ObjectReference> Active => _active;

    public DateTimeOffset? LastScheduleTime { get; private set; }

    public DateTimeOffset? LastSuccessfulTime { get; private set; }

    public List<EventNote> Told { get; } = [];

    public CronJob In(CronJob cronJob) => cronJob with
    {
        Status = (cronJob.Status ?? new()) with { Active = _active, LastScheduleTime = LastScheduleTime, LastSuccessfulTime = LastSuccessfulTime },
    };

    public void Remove(IEnumerable<Job> jobs)
    {
        foreach (var job in jobs)
            _active.RemoveAll(known => known.Uid == job.Metadata!.Uid);
    }

    private void Note(CronJob cronJob, Job job)
    {
        var time = CronJobNames.TimeOf(cronJob, job);
        if (time > (LastScheduleTime ?? DateTimeOffset.MinValue))
            LastScheduleTime = time;

        var isActive = _active.Exists(known => known.Uid == job.Metadata!.Uid);
        if (job.FinishedAs() is not { } end)
        {
            // A job of a time was made by this controller, whether or not it lived to write that down.
            if (!isActive && time is not null)
                _active.Add(EventNote.ReferenceTo(job));
            else if (!isActive)
                Told.Add(EventNote.Warning(cronJob, "UnexpectedJob", $"Saw a job that the controller did not create or forgot: {job.Metadata!.Name}"));
            return;
        }

        if (end.Type == JobConditions.Complete && job.Status?.CompletionTime > (LastSuccessfulTime ?? DateTimeOffset.MinValue))
            LastSuccessfulTime = job.Status.CompletionTime;
        if (!isActive)
            return;

        _active.RemoveAll(known => known.Uid == job.Metadata!.Uid);
        Told.Add(EventNote.Normal(cronJob, "SawCompletedJob", $"Saw completed job: {job.Metadata!.Name}, status: {end.Type}"));
    }
}
