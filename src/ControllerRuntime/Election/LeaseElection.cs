using CloudletK8s.Api.Coordination.V1;
using CloudletK8s.ControllerRuntime.Clients;
using Microsoft.Extensions.Logging;

namespace CloudletK8s.ControllerRuntime.Election;

/// <summary>
/// One leader among several processes, by a Lease that it renews. Clocks of different machines are not compared: a lease has expired
/// when this process has not seen it change for its duration.
/// </summary>
public sealed partial class LeaseElection(IApiClient client, LeaseOptions options, TimeProvider time, ILogger<LeaseElection> logger) : IDisposable
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _leading = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenSource _lost = new();
    private Lease? _seen;
    private long _seenAt;
    private long _renewedAt;

    public bool IsLeader
    {
        get
        {
            lock (_gate)
                return _leading.Task.IsCompleted;
        }
    }

    /// <summary>Waits until this process leads.</summary>
    /// <returns>Cancelled when it leads no more.</returns>
    public async ValueTask<CancellationToken> Lead(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task leading;
            lock (_gate)
            {
                if (_leading.Task.IsCompleted)
                    return _lost.Token;

                leading = _leading.Task;
            }

            await leading.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Stands for election until it is cancelled, then lets the lease go.</summary>
    public async Task Run(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await Look(cancellationToken);
                await Task.Delay(options.Retry, time, cancellationToken);
            }
        }
        finally
        {
            await Release();
        }
    }

    public void Dispose() => _lost.Dispose();

    /// <summary>One look at the lease: renews it, takes it, or steps back.</summary>
    internal async Task Look(CancellationToken cancellationToken)
    {
        var asked = time.GetTimestamp();
        try
        {
            if (await TryHold(cancellationToken))
            {
                _renewedAt = asked;
                StepUp();
            }
            else
            {
                StepDown();
            }
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(failure, options.Name);
            if (time.GetElapsedTime(_renewedAt) >= options.RenewDeadline)
                StepDown();
        }
    }

    private async ValueTask<bool> TryHold(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if ((await client.Get<Lease>(new(options.Namespace, options.Name), cancellationToken)).ValueOrNull is not { } lease)
            return await client.Create(Held(null, now), WriteOptions.Default, cancellationToken) is ApiResult<Lease>.Ok;

        if (_seen?.Metadata!.ResourceVersion != lease.Metadata!.ResourceVersion)
        {
            _seen = lease;
            _seenAt = time.GetTimestamp();
        }

        var holder = lease.Spec?.HolderIdentity ?? "";
        var duration = TimeSpan.FromSeconds(lease.Spec?.LeaseDurationSeconds ?? options.Duration.TotalSeconds);
        if (holder.Length > 0 && holder != options.Identity && time.GetElapsedTime(_seenAt) < duration)
            return false;

        return await client.Update(Held(lease, now), WriteOptions.Default, cancellationToken) is ApiResult<Lease>.Ok;
    }

    private Lease Held(Lease? before, DateTimeOffset now)
    {
        var mine = before?.Spec?.HolderIdentity == options.Identity;
        return new()
        {
            Metadata = before?.Metadata ?? new() { Namespace = options.Namespace, Name = options.Name },
            Spec = new()
            {
                HolderIdentity = options.Identity,
                LeaseDurationSeconds = (int)options.Duration.TotalSeconds,
                AcquireTime = mine ? before!.Spec!.AcquireTime : new(now),
                RenewTime = new(now),
                LeaseTransitions = (before?.Spec?.LeaseTransitions ?? 0) + (before is null || mine ? 0 : 1),
            },
        };
    }

    private void StepUp()
    {
        lock (_gate)
        {
            if (_leading.Task.IsCompleted)
                return;

            _leading.SetResult();
        }

        LogLeads(options.Identity, options.Name);
    }

    private void StepDown()
    {
        CancellationTokenSource lost;
        lock (_gate)
        {
            if (!_leading.Task.IsCompleted)
                return;

            _leading = new(TaskCreationOptions.RunContinuationsAsynchronously);
            lost = _lost;
            _lost = new();
        }

        LogLost(options.Identity, options.Name);
        lost.Cancel();
    }

    /// <summary>Nobody has to wait for the lease of a process that ends in order.</summary>
    internal async Task Release()
    {
        if (!IsLeader)
            return;

        StepDown();
        if ((await client.Get<Lease>(new(options.Namespace, options.Name), CancellationToken.None)).ValueOrNull is { Spec: { } spec } lease
            && spec.HolderIdentity == options.Identity)
            await client.Update(lease with { Spec = spec with { HolderIdentity = "", LeaseDurationSeconds = 1 } }, WriteOptions.Default, CancellationToken.None);
    }

    [LoggerMessage(LogLevel.Information, "{Identity} leads {Name}")]
    private partial void LogLeads(string identity, string name);

    [LoggerMessage(LogLevel.Warning, "{Identity} leads {Name} no more")]
    private partial void LogLost(string identity, string name);

    [LoggerMessage(LogLevel.Warning, "the lease {Name} could not be looked at")]
    private partial void LogFailed(Exception failure, string name);
}
