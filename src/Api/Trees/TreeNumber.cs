using System.Globalization;

namespace CloudletK8s.Api.Trees;

/// <summary>A number as Kubernetes' decoder keeps it: a 64-bit integer when it is written as one and fits, else a double.</summary>
public sealed class TreeNumber : Tree
{
    private const int SmallestCached = -1;
    private const int CachedCount = 1026;
    private static readonly TreeNumber[] Cached = [.. Enumerable.Range(SmallestCached, CachedCount).Select(n => new TreeNumber(n))];
    private readonly double _fraction;

    private TreeNumber(long whole) => Whole = whole;

    private TreeNumber(double fraction)
    {
        _fraction = fraction;
        IsFraction = true;
    }

    public bool IsFraction { get; }

    /// <summary>The value when it is not a fraction.</summary>
    public long Whole { get; }

    public double Value => IsFraction ? _fraction : Whole;

    public override bool IsZero => IsFraction ? _fraction == 0 : Whole == 0;

    public static TreeNumber Of(long whole) =>
        whole is >= SmallestCached and < SmallestCached + CachedCount ? Cached[whole - SmallestCached] : new(whole);

    public static TreeNumber Of(double value) => new(value);

    public override Tree Clone() => this;

    public override bool SameAs(Tree? other) => other is TreeNumber number
        && (IsFraction || number.IsFraction ? Value.Equals(number.Value) : Whole == number.Whole);

    public override string ToString() => IsFraction
        ? _fraction.ToString("R", CultureInfo.InvariantCulture)
        : Whole.ToString(CultureInfo.InvariantCulture);
}
