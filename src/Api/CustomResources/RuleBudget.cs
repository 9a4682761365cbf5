namespace CloudletK8s.Api.CustomResources;

/// <summary>What all expressions about one object may cost together.</summary>
internal sealed class RuleBudget
{
    /// <summary>About a second.</summary>
    public const long Whole = 10_000_000;

    public const string Exhausted = "validation failed due to running out of cost budget, no further validation rules will be run";

    private long _left = Whole;

    public bool IsSpent => _left < 0;

    /// <returns>False when that was too much.</returns>
    public bool Spend(long cost)
    {
        _left = cost > _left ? -1 : _left - cost;
        return _left >= 0;
    }

    public void End() => _left = -1;
}
