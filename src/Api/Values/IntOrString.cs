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
    public int Scaled(int whole, bool roundUp)
    {
        if (Text is null)
            return Number;
        if (!Text.EndsWith('%') || !int.TryParse(Text.AsSpan(0, Text.Length - 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var percent))
            return 0;

        var part = (double)percent * whole / 100;
        return (int)(roundUp ? Math.Ceiling(part) : Math.Floor(part));
    }

    public override string ToString() => Text ?? Number.ToString(CultureInfo.InvariantCulture);
}
