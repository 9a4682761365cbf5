namespace CloudletK8s.ControllerRuntime.Work;

/// <summary>Works on one key. An exception counts as a failure.</summary>
public delegate ValueTask<ReconcileResult> WorkHandler(WorkKey key, CancellationToken cancellationToken);
