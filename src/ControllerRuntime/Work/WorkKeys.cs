using CloudletK8s.ControllerRuntime.Clients;

namespace CloudletK8s.ControllerRuntime.Work;

/// <summary>Keys that hosts exchange without knowing each other's controllers.</summary>
public static class WorkKeys
{
    /// <summary>Reads a resource's log and publishes the work that its changes mean.</summary>
    public const string ChangesController = "changes";

    /// <summary>Places pods.</summary>
    public const string SchedulingController = "scheduler";

    /// <summary>All pods that wait: the scheduler has no other key.</summary>
    public static WorkKey Scheduling { get; } = new(SchedulingController, ObjectName.OfCluster("batch"));

    /// <param name="resource">"pods", "deployments.apps".</param>
    public static WorkKey Changes(string resource) => new(ChangesController, ObjectName.OfCluster(resource));
}
