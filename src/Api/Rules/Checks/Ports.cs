namespace CloudletK8s.Api.Rules.Checks;

/// <summary>Port numbers and the names of ports.</summary>
public static class Ports
{
    public const int NameLength = 15;

    public static bool IsNumber(long port) => port is >= 1 and <= 65535;

    public static IReadOnlyList<string> Number(long port) => IsNumber(port) ? [] : [Wording.Range(1, 65535)];

    /// <summary>IANA service name.</summary>
    public static IReadOnlyList<string> Name(string value)
    {
        var letters = 0;
        var foreign = value.Length == 0;
        foreach (var character in value)
        {
            if (char.IsAsciiLetterLower(character))
                letters++;
            else if (!char.IsAsciiDigit(character) && character != '-')
                foreign = true;
        }

        var doubled = value.Contains("--", StringComparison.Ordinal);
        var edges = value.Length > 0 && (value[0] == '-' || value[^1] == '-');
        var tooLong = Wording.IsLonger(value, NameLength);
        if (!foreign && letters > 0 && !doubled && !edges && !tooLong)
            return [];

        var messages = new List<string>(2);
        if (tooLong)
            messages.Add(Wording.MaxLength(NameLength));
        if (foreign)
            messages.Add("must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)");
        if (letters == 0)
            messages.Add("must contain at least one letter (a-z)");
        if (doubled)
            messages.Add("must not contain consecutive hyphens");
        if (edges)
            messages.Add("must not begin or end with a hyphen");
        return messages;
    }
}
