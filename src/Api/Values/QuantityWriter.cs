using System.Globalization;
using System.Numerics;

namespace CloudletK8s.Api.Values;

/// <summary>Prints amounts in Kubernetes' canonical form: the largest suffix that loses nothing.</summary>
internal static class QuantityWriter
{
    private const int LargestDecimalExponent = 18;
    private static readonly string[] BinarySuffixes = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"];
    private static readonly string[] DecimalSuffixes = ["n", "u", "m", "", "k", "M", "G", "T", "P", "E"];

    public static string Write(BigInteger nanos, QuantityFormat format)
    {
        if (nanos.IsZero)
            return "0";

        if (format == QuantityFormat.BinarySI && BigInteger.Abs(nanos) >= 1024 * (BigInteger)Quantity.Nano)
        {
            var whole = BigInteger.DivRem(nanos, Quantity.Nano, out var rest);
            if (rest.IsZero)
                return Binary(whole);
        }

        return Decimal(nanos, format == QuantityFormat.DecimalExponent);
    }

    private static string Binary(BigInteger whole)
    {
        var power = 0;
        while (power < BinarySuffixes.Length - 1 && (whole & 1023).IsZero)
        {
            whole >>= 10;
            power++;
        }

        return whole.ToString(CultureInfo.InvariantCulture) + BinarySuffixes[power];
    }

    private static string Decimal(BigInteger mantissa, bool exponential)
    {
        // Kubernetes prints amounts from 1000E on without their suffix; keeping the digits is the one deviation from it.
        var exponent = -9;
        while (exponential || exponent < LargestDecimalExponent)
        {
            var next = BigInteger.DivRem(mantissa, 1000, out var rest);
            if (!rest.IsZero)
                break;
            mantissa = next;
            exponent += 3;
        }

        var digits = mantissa.ToString(CultureInfo.InvariantCulture);
        if (!exponential)
            return digits + DecimalSuffixes[(exponent + 9) / 3];

        return exponent == 0 ? digits : $"{digits}e{exponent}";
    }
}
