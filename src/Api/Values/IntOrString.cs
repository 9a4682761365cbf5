using System.Globalization;

namespace CloudletK8s.Api.Values;

/// <summary>A whole number or a text: a port by number or name, a count or a percentage.</summary>
public readonly record struct IntOrString
{
    private IntOrString(int number, string? text)
    {
        Number = number;
        Text = text;
    }

    public int Number { get; }

    /// <summary>Null when the value is a number.</summary>
    public string? Text { get; }

    public bool IsNumber => Text is null;

    public static IntOrString Of(int number) => new(number, null);

    public static IntOrString Of(string text) => new(0, text);

    /// <summary>A number as it is, a percentage as its part of the whole; 0 for any other text.</summary>
    public int Scaled(int whole, bool roundUp) => Of(whole, roundUp, out _);

    /// <summary>The number, or this percentage of a total.</summary>
    /// <param name="error">In Kubernetes' words; a text that is no percentage is worth nothing.</param>
    public int Of(int total, bool roundUp, out string? error)
    {
        error = null;
        if (Text is null)
            return Number;

        if (!Text.EndsWith('%') || !int.TryParse(Text.AsSpan(..^1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var percent))
        {
            error = "invalid value for IntOrString: invalid type: string is not a percentage";
            return 0;
        }

        var share = percent * (double)total / 100;
        return (int)(roundUp ? Math.Ceiling(share) : Math.Floor(share));
    }

    public override string ToString() => Text ?? Number.ToString(CultureInfo.InvariantCulture);
}
