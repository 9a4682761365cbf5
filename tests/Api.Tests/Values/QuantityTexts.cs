using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Tests.Values;

public class QuantityTexts
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("0Mi", "0")]
    [InlineData(".", "0")]
    [InlineData("1000m", "1")]
    [InlineData("0.5", "500m")]
    [InlineData(".001", "1m")]
    [InlineData("1.5", "1500m")]
    [InlineData("1.500", "1.500")]
    [InlineData("1Ki", "1Ki")]
    [InlineData("1024Ki", "1Mi")]
    [InlineData("1023Ki", "1023Ki")]
    [InlineData("1.5Gi", "1536Mi")]
    [InlineData("0.5Ki", "512")]
    [InlineData("0.1Ki", "102400m")]
    [InlineData("1000Ki", "1000Ki")]
    [InlineData("8Ei", "9223372036854775807")]
    [InlineData("7Ei", "7Ei")]
    [InlineData("1000000", "1M")]
    [InlineData("1234567", "1234567")]
    [InlineData("12e6", "12e6")]
    [InlineData("1e3", "1e3")]
    [InlineData("1E3", "1E3")]
    [InlineData("12.34e2", "12.34e2")]
    [InlineData("12.34e1", "123400e-3")]
    [InlineData("1000e3", "1e6")]
    [InlineData("100e-3", "100e-3")]
    [InlineData("1n", "1n")]
    [InlineData("0.1n", "1n")]
    [InlineData("1.1n", "2n")]
    [InlineData("-1.1n", "-2n")]
    [InlineData("-500m", "-500m")]
    [InlineData("+5", "+5")]
    [InlineData("007", "007")]
    [InlineData("5E", "5E")]
    [InlineData("100000000000000000000", "100E")]
    public void Are_printed_in_canonical_form(string given, string expected) => Assert.Equal(expected, Quantity.Parse(given).ToString());

    [Theory]
    [InlineData("", "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'")]
    [InlineData("1x", "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'")]
    [InlineData("1 Gi", "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'")]
    [InlineData("1mm", "unable to parse quantity's suffix")]
    [InlineData("1e", "unable to parse quantity's suffix")]
    [InlineData("1Kii", "unable to parse quantity's suffix")]
    [InlineData("1e999999999", "unable to parse numeric part of quantity")]
    public void That_are_none_are_refused_in_Kubernetes_words(string given, string expected)
    {
        Assert.False(Quantity.TryParse(given, out _, out var error));
        Assert.Equal(expected, error);
    }

    [Theory]
    [InlineData("1", "1000m", 0)]
    [InlineData("1Ki", "1024", 0)]
    [InlineData("1k", "1Ki", -1)]
    [InlineData("1e30", "999e27", 1)]
    [InlineData("-1", "1n", -1)]
    public void Compare_by_amount(string left, string right, int expected)
    {
        Assert.Equal(expected, Quantity.Parse(left).CompareTo(Quantity.Parse(right)));
        Assert.Equal(-expected, Quantity.Parse(right).CompareTo(Quantity.Parse(left)));
        Assert.Equal(expected == 0, Quantity.Parse(left) == Quantity.Parse(right));
    }

    [Theory]
    [InlineData("100m", "1", "1100m")]
    [InlineData("0", "1Gi", "1Gi")]
    [InlineData("1Gi", "1G", "2073741824")]
    [InlineData("9E", "9E", "18E")]
    public void Add_up_in_the_format_of_the_first_that_is_not_zero(string left, string right, string expected) =>
        Assert.Equal(expected, (Quantity.Parse(left) + Quantity.Parse(right)).ToString());

    [Theory]
    [InlineData("1500m", 2, 1500)]
    [InlineData("-1500m", -2, -1500)]
    [InlineData("1n", 1, 1)]
    [InlineData("2", 2, 2000)]
    [InlineData("100E", long.MaxValue, long.MaxValue)]
    public void Round_away_from_zero_to_whole_numbers(string given, long value, long milli)
    {
        Assert.Equal(value, Quantity.Parse(given).Value());
        Assert.Equal(milli, Quantity.Parse(given).MilliValue());
    }
}
