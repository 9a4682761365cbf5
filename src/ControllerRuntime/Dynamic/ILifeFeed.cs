namespace CloudletK8s.ControllerRuntime.Dynamic;

/// <summary>
/// Tells of the turns in the lives of all objects of all resources, custom ones as they come and go. Objects that belong to nobody,
/// are not deleted and have nothing that holds them are not told of while they live: most of a cluster, which costs nothing this way.
/// </summary>
public interface ILifeFeed
{
    /// <summary>
    /// Tells first how everything stands, then every turn, in order for each resource; until it is cancelled. Several resources may
    /// tell at once. A turn may be told again.
    /// </summary>
    Task Follow(Action<ObjectLife> told, CancellationToken cancellationToken);

    /// <summary>Waits until everything that was acknowledged to anybody before the call has been told.</summary>
    ValueTask CatchUp(CancellationToken cancellationToken);
}
