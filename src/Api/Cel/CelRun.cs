namespace CloudletK8s.Api.Cel;

/// <summary>One evaluation: its variables, and what it has cost.</summary>
/// <param name="slots">The variables of the environment first, those of macros behind them.</param>
/// <param name="limit">What it may cost at most.</param>
internal sealed class CelRun(object?[] slots, long limit)
{
    public object?[] Slots { get; } = slots;

    public long Cost { get; private set; }

    /// <exception cref="CelLimitException">That is too much.</exception>
    public void Charge(long cost)
    {
        Cost += cost;
        if (Cost > limit)
            throw new CelLimitException();
    }

    /// <summary>A tenth of a step for each element or character that an operation looks at.</summary>
    public void ChargeFor(long size) => Charge((size + 9) / 10);
}
