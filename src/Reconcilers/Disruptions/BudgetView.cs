using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Policy.V1;

namespace CloudletK8s.Reconcilers.Disruptions;

/// <param name="Pods">The pods that the budget selects.</param>
/// <param name="Expected">Asked for only where the budget is a share of it.</param>
internal sealed record BudgetView(PodDisruptionBudget Budget, IReadOnlyList<Pod> Pods, ExpectedPods Expected);
