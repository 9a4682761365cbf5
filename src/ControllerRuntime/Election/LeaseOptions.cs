namespace CloudletK8s.ControllerRuntime.Election;

/// <summary>The times are those of Kubernetes' components.</summary>
public sealed record LeaseOptions
{
    public string Namespace { get; init; } = "kube-system";

    public required string Name { get; init; }

    /// <summary>Who stands for election: no two processes may be called alike.</summary>
    public required string Identity { get; init; }

    /// <summary>How long a lease that is not renewed keeps others out.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>A leader that could not renew for so long steps down, before anybody else may step up.</summary>
    public TimeSpan RenewDeadline { get; init; } = TimeSpan.FromSeconds(10);

    public TimeSpan Retry { get; init; } = TimeSpan.FromSeconds(2);
}
