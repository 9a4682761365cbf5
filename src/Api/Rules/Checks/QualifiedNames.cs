namespace CloudletK8s.Api.Rules.Checks;

/// <summary>Names with an optional domain before a slash, and the values of labels.</summary>
public static class QualifiedNames
{
    public const int NameLength = 63;

    private const string Pattern = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";

    /// <summary>Keys of labels and the like: "app", "example.com/app".</summary>
    public static IReadOnlyList<string> Name(string value) => IsName(value) ? [] : ExplainName(value);

    public static IReadOnlyList<string> LabelValue(string value)
    {
        var tooLong = Wording.IsLonger(value, NameLength);
        var formed = value.Length == 0 || IsWord(value);
        if (formed && !tooLong)
            return [];

        var messages = new List<string>(2);
        if (tooLong)
            messages.Add(Wording.MaxLength(NameLength));
        if (!formed)
        {
            messages.Add(Wording.Pattern(
                "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character",
                $"({Pattern})?",
                "MyValue",
                "my_value",
                "12345"));
        }

        return messages;
    }

    private static bool IsName(string value)
    {
        var slash = value.IndexOf('/');
        if (slash < 0)
            return value.Length <= NameLength && IsWord(value);

        var name = value.AsSpan(slash + 1);
        return slash <= DnsNames.SubdomainLength && DnsNames.IsSubdomain(value.AsSpan(0, slash), underscore: false)
            && name.Length <= NameLength && IsWord(name);
    }

    private static List<string> ExplainName(string value)
    {
        var messages = new List<string>(2);
        var parts = value.Split('/');
        if (parts.Length > 2)
        {
            messages.Add("a qualified name " + NotAWord() + " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')");
            return messages;
        }

        var name = parts[^1];
        if (parts.Length == 2 && parts[0].Length == 0)
            messages.Add("prefix part " + Wording.Empty);
        else if (parts.Length == 2)
            messages.AddRange(DnsNames.Subdomain(parts[0]).Select(message => "prefix part " + message));

        if (name.Length == 0)
            messages.Add("name part " + Wording.Empty);
        else if (Wording.IsLonger(name, NameLength))
            messages.Add("name part " + Wording.MaxLength(NameLength));

        if (!IsWord(name))
            messages.Add("name part " + NotAWord());
        return messages;
    }

    private static bool IsWord(ReadOnlySpan<char> value)
    {
        if (value.Length == 0 || !char.IsAsciiLetterOrDigit(value[0]) || !char.IsAsciiLetterOrDigit(value[^1]))
            return false;

        foreach (var character in value)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('-' or '_' or '.'))
                return false;
        }

        return true;
    }

    private static string NotAWord() => Wording.Pattern(
        "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character",
        Pattern,
        "MyName",
        "my.name",
        "123-abc");
}
