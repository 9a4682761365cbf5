using CloudletK8s.Api.Batch.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.Reconcilers.Jobs;
using CloudletK8s.TestKit.Controllers;

namespace CloudletK8s.Reconcilers.Tests.Jobs;

/// <summary>A control plane with the job controllers, and a namespace.</summary>
public abstract class JobPlane : IAsyncLifetime
{
    protected ManualTime Time { get; } = new();

    protected ControlPlane Plane { get; private set; } = null!;

    protected string Namespace { get; private set; } = "";

    public async Task InitializeAsync()
    {
        Plane = await ControlPlane.Start(services => [new JobController(services), new LeftTrackingController(services)], Time);
        Namespace = await Plane.Namespace();
    }

    public Task DisposeAsync() => Plane.DisposeAsync().AsTask();

    protected async Task<Job> Start(JobSpec spec)
    {
        await Plane.Create(new Job { Metadata = new() { Name = "work", Namespace = Namespace }, Spec = spec with { Template = Template(spec.Template?.Spec?.RestartPolicy) } });
        return await Settle();
    }

    protected async Task<Job> Settle()
    {
        await Plane.Quiet();
        return (await Plane.Get<Job>(Namespace, "work"))!;
    }

    protected Task<Job> Change(Func<JobSpec, JobSpec> edit) => Plane.Change<Job>(Namespace, "work", job => job with { Spec = edit(job.Spec!) });

    protected async Task<IReadOnlyList<Pod>> Pods() => [.. (await Plane.List<Pod>(Namespace)).OrderBy(pod => pod.Metadata!.Name, StringComparer.Ordinal)];

    /// <summary>Pods that have neither ended nor been deleted.</summary>
    protected async Task<IReadOnlyList<Pod>> Running() =>
        [.. (await Pods()).Where(pod => pod.Metadata!.DeletionTimestamp is null && pod.Status?.Phase is not ("Succeeded" or "Failed"))];

    protected async Task<Pod> PodOf(int index) => (await Running()).Single(pod => pod.Metadata!.Annotations![JobPodState.IndexKey] == $"{index}");

    protected async Task<Job> FinishAll(string phase, int exitCode = 0)
    {
        foreach (var pod in await Running())
            await Plane.Finish(pod, phase, exitCode);
        return await Settle();
    }

    protected async Task<Job> After(int seconds)
    {
        Time.Advance(TimeSpan.FromSeconds(seconds));
        return await Settle();
    }

    protected Task<IReadOnlyList<string>> Told() => Plane.EventsOf(Namespace, "work");

    protected static string Ends(Job job) =>
        string.Join(", ", (job.Status?.Conditions ?? []).Where(condition => condition.Status == "True").Select(condition => $"{condition.Type}:{condition.Reason}"));

    protected Task DeletePod(Pod pod) => Plane.Client.Delete<Pod>(ObjectName.Of(pod), new(), CancellationToken.None).AsTask();

    private static PodTemplateSpec Template(string? restartPolicy) => new()
    {
        Spec = new() { RestartPolicy = restartPolicy ?? "Never", Containers = [new() { Name = "c", Image = "busybox" }] },
    };
}
