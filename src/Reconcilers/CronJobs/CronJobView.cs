using CloudletK8s.Api.Batch.V1;

namespace CloudletK8s.Reconcilers.CronJobs;

/// <param name="Jobs">The jobs that it controls.</param>
/// <param name="IsTaken">Whether the namespace has a job of this name, whoever it belongs to.</param>
internal sealed record CronJobView(CronJob CronJob, IReadOnlyList<Job> Jobs, Func<string, bool> IsTaken);
