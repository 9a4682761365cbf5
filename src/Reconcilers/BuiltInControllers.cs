using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.Reconcilers.ReplicaSets;

namespace CloudletK8s.Reconcilers;

/// <summary>Every controller, in one list: what the hosts run and what `./cloudlet controllers` prints.</summary>
public static class BuiltInControllers
{
    public static IReadOnlyList<IController> Over(ControllerServices services) =>
    [
        new ReplicaSetController(services),
    ];
}
