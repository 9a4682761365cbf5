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

    public override string ToString() => Text ?? Number.ToString(CultureInfo.InvariantCulture);
}
