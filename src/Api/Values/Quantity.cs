using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace CloudletK8s.Api.Values;

/// <summary>
/// An amount with Kubernetes' suffixes ("500m", "2Gi"), exact to a billionth. Amounts are compared by value: 1 equals 1000m.
/// </summary>
public readonly struct Quantity : IEquatable<Quantity>, IComparable<Quantity>
{
    internal const long Nano = 1_000_000_000;

    private readonly Int128 _nanos;

    // The text as Kubernetes would print it where parsing found it (a string), or an amount too large for the field above.
    private readonly object? _more;

    internal Quantity(BigInteger nanos, QuantityFormat format, string? text = null)
    {
        Format = format;
        if (nanos >= (BigInteger)Int128.MinValue && nanos <= (BigInteger)Int128.MaxValue)
        {
            _nanos = (Int128)nanos;
            _more = text;
        }
        else
        {
            _more = new LargeAmount(nanos);
        }
    }

    internal Quantity(Int128 nanos, QuantityFormat format, string? text = null)
    {
        _nanos = nanos;
        Format = format;
        _more = text;
    }

    public static Quantity Zero { get; }

    public QuantityFormat Format { get; }

    public bool IsZero => _nanos == 0 && _more is not LargeAmount;

    public int Sign => _more is LargeAmount large ? large.Nanos.Sign : Int128.Sign(_nanos);

    internal BigInteger Nanos => _more is LargeAmount large ? large.Nanos : (BigInteger)_nanos;

    public static Quantity Of(long value, QuantityFormat format = QuantityFormat.DecimalSI) => new((Int128)value * Nano, format);

    public static Quantity OfMilli(long milli, QuantityFormat format = QuantityFormat.DecimalSI) => new((Int128)milli * 1_000_000, format);

    /// <exception cref="FormatException">With Kubernetes' wording.</exception>
    public static Quantity Parse(string text) =>
        TryParse(text, out var quantity, out var error) ? quantity : throw new FormatException(error);

    public static bool TryParse(string text, out Quantity quantity) => TryParse(text, out quantity, out _);

    public static bool TryParse(string text, out Quantity quantity, [NotNullWhen(false)] out string? error)
    {
        error = QuantityReader.Read(text, out quantity);
        return error is null;
    }

    /// <summary>Rounded away from zero to a whole number; beyond 64 bits the nearest there is.</summary>
    public long Value() => Scaled(Nano);

    /// <summary>In thousandths, rounded away from zero; beyond 64 bits the nearest there is.</summary>
    public long MilliValue() => Scaled(1_000_000);

    public double ToDouble() => _more is LargeAmount large ? (double)large.Nanos / Nano : (double)_nanos / Nano;

    public Quantity Negate() => new(-Nanos, Format);

    public static Quantity operator +(Quantity left, Quantity right) => Sum(left, right, right.Nanos, right._nanos);

    public static Quantity operator -(Quantity left, Quantity right) => Sum(left, right, -right.Nanos, -right._nanos);

    public static Quantity operator *(Quantity quantity, long factor) => new(quantity.Nanos * factor, quantity.Format);

    public static bool operator ==(Quantity left, Quantity right) => left.CompareTo(right) == 0;

    public static bool operator !=(Quantity left, Quantity right) => left.CompareTo(right) != 0;

    public static bool operator <(Quantity left, Quantity right) => left.CompareTo(right) < 0;

    public static bool operator >(Quantity left, Quantity right) => left.CompareTo(right) > 0;

    public static bool operator <=(Quantity left, Quantity right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Quantity left, Quantity right) => left.CompareTo(right) >= 0;

    public int CompareTo(Quantity other) => _more is LargeAmount || other._more is LargeAmount
        ? Nanos.CompareTo(other.Nanos)
        : _nanos.CompareTo(other._nanos);

    public bool Equals(Quantity other) => CompareTo(other) == 0;

    public override bool Equals(object? obj) => obj is Quantity other && Equals(other);

    public override int GetHashCode() => _more is LargeAmount large ? large.Nanos.GetHashCode() : _nanos.GetHashCode();

    /// <summary>Kubernetes' canonical form.</summary>
    public override string ToString() => _more as string ?? QuantityWriter.Write(Nanos, Format);

    // Int128 arithmetic cannot overflow while both amounts stay below half of its range; the rest goes the long way.
    private static Quantity Sum(Quantity left, Quantity right, BigInteger rightNanos, Int128 rightSmall)
    {
        var format = left.IsZero ? right.Format : left.Format;
        var small = left._more is not LargeAmount && right._more is not LargeAmount
            && Int128.Abs(left._nanos) < Int128.MaxValue / 2 && Int128.Abs(right._nanos) < Int128.MaxValue / 2;
        return small ? new(left._nanos + rightSmall, format) : new(left.Nanos + rightNanos, format);
    }

    private long Scaled(long nanosPerUnit)
    {
        var nanos = Nanos;
        var whole = BigInteger.DivRem(nanos, nanosPerUnit, out var rest);
        if (!rest.IsZero)
            whole += nanos.Sign;
        return (long)BigInteger.Clamp(whole, long.MinValue, long.MaxValue);
    }

    private sealed class LargeAmount(BigInteger nanos)
    {
        public BigInteger Nanos { get; } = nanos;
    }
}
