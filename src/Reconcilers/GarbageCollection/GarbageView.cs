using CloudletK8s.Api.Meta.V1;
using CloudletK8s.ControllerRuntime.Dynamic;

namespace CloudletK8s.Reconcilers.GarbageCollection;

/// <param name="Object">As the server has it now.</param>
/// <param name="Owners">What the object says, and what is there.</param>
/// <param name="Dependents">Those who name it as their owner.</param>
internal sealed record GarbageView(PartialObject Object, IReadOnlyList<OwnerView> Owners, IReadOnlyList<DependentView> Dependents);

/// <param name="Reference">What the object says.</param>
/// <param name="State">What is there.</param>
/// <param name="IsElsewhere">Absent where it should be, there in another namespace.</param>
internal sealed record OwnerView(OwnerReference Reference, OwnerState State, bool IsElsewhere = false);

/// <param name="Blocks">The owner's deletion in the foreground waits for it.</param>
/// <param name="IsWaiting">It is deleted in the foreground itself.</param>
/// <param name="Object">As the server has it now; only looked up where it is to be changed.</param>
internal sealed record DependentView(bool Blocks, bool IsWaiting, PartialObject? Object = null);
