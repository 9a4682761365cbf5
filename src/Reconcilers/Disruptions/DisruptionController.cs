using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Policy.V1;
using CloudletK8s.Api.Selectors;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.Reconcilers.Pods;

namespace CloudletK8s.Reconcilers.Disruptions;

/// <summary>Pod disruption budgets.</summary>
internal sealed class DisruptionController : PlannedController<BudgetView>
{
    private readonly ObjectCache<PodDisruptionBudget> _budgets;
    private readonly ObjectCache<Pod> _pods;
    private readonly BudgetScales _scales;

    public DisruptionController(ControllerServices services) : base("disruption-controller", services)
    {
        _budgets = Sources.For<PodDisruptionBudget>();
        _pods = Sources.On<Pod>(BudgetsOf);
        Sources.Write("poddisruptionbudgets/status");
        _scales = new(services, Sources);
    }

    protected override async ValueTask<BudgetView?> Read(ObjectName name, CancellationToken cancellationToken)
    {
        if (_budgets.Get(name) is not { Metadata.DeletionTimestamp: null } budget || !LabelRequirements.TryRead(budget.Spec?.Selector, out var selector, out _))
            return null;

        List<Pod> pods = [.. PodIndexes.Selected(_pods, name.Namespace, selector)];
        return new(budget, pods, BudgetPlan.AsksForScale(budget.Spec) ? await _scales.Of(pods, cancellationToken) : default);
    }

    protected override Plan Decide(BudgetView snapshot, DateTimeOffset now) => BudgetPlan.Decide(snapshot, now);

    private IEnumerable<ObjectName> BudgetsOf(ObjectChange<Pod> change) => _budgets.InNamespace(change.Name.Namespace)
        .Where(budget => LabelRequirements.TryRead(budget.Spec?.Selector, out var selector, out _)
            && (Selects(selector, change.Previous) || Selects(selector, change.Current)))
        .Select(budget => ObjectName.Of(budget));

    private static bool Selects(LabelRequirements selector, Pod? pod) => pod is not null && selector.Matches(pod.Metadata?.Labels);
}
