using CloudletK8s.SchedulerFn.Evaluations;
using CloudletK8s.SchedulerFn.Topology;

namespace CloudletK8s.SchedulerFn.Filters;

/// <summary>The terms of placed pods that mean a kind of pod; looked up again when terms or namespaces have changed.</summary>
internal sealed class CarriedTerms(EvaluationContext context, Func<TermRole, bool> isWanted)
{
    private readonly List<CarriedTerm> _terms = [];
    private long _foundAt = -1;

    public List<CarriedTerm> Current
    {
        get
        {
            var topology = context.State.Topology;
            if (_foundAt != topology.CarriedVersion)
            {
                _foundAt = topology.CarriedVersion;
                _terms.Clear();
                var labels = context.State.NamespaceLabels(context.Shape.Namespace);
                foreach (var carried in topology.Carried)
                {
                    if (isWanted(carried.Role) && carried.Term.Matches(context.Shape, labels))
                        _terms.Add(carried);
                }
            }

            return _terms;
        }
    }
}
