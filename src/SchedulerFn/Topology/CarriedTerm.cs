using CloudletK8s.SchedulerFn.Pods;

namespace CloudletK8s.SchedulerFn.Topology;

/// <summary>A term that placed pods carry, with how many of them there are in each domain of its topology.</summary>
internal sealed class CarriedTerm(AffinityTerm term, TermRole role, DomainSum sum)
{
    public AffinityTerm Term { get; } = term;

    public TermRole Role { get; } = role;

    public DomainSum Sum { get; } = sum;

    /// <summary>Shapes that carry it.</summary>
    public int References { get; set; }
}
