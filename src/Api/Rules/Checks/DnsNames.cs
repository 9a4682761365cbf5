namespace CloudletK8s.Api.Rules.Checks;

/// <summary>Names that must fit into DNS. Each check returns what is wrong, or nothing.</summary>
public static class DnsNames
{
    public const int LabelLength = 63;
    public const int SubdomainLength = 253;

    private const string LabelPattern = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private const string SubdomainPattern = LabelPattern + @"(\." + LabelPattern + ")*";

    /// <summary>RFC 1123 label.</summary>
    public static IReadOnlyList<string> Label(string value)
    {
        var tooLong = Wording.IsLonger(value, LabelLength);
        var formed = IsLabel(value);
        if (formed && !tooLong)
            return [];

        var messages = new List<string>(2);
        if (tooLong)
            messages.Add(Wording.MaxLength(LabelLength));
        if (!formed)
        {
            messages.Add(IsSubdomain(value, underscore: false) ? "must not contain dots" : Wording.Pattern(
                "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character",
                LabelPattern,
                "my-name",
                "123-abc"));
        }

        return messages;
    }

    /// <summary>RFC 1123 subdomain: labels joined by dots.</summary>
    public static IReadOnlyList<string> Subdomain(string value) => Formed(
        value,
        SubdomainLength,
        IsSubdomain(value, underscore: false),
        static () => Wording.Pattern(
            "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character",
            SubdomainPattern,
            "example.com"));

    public static IReadOnlyList<string> SubdomainWithUnderscore(string value) => Formed(
        value,
        SubdomainLength,
        IsSubdomain(value, underscore: true),
        static () => Wording.Pattern(
            "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '_', '-' or '.', and must start and end with an alphanumeric character",
            SubdomainPattern,
            "example.com"));

    /// <summary>RFC 1035 label: starts with a letter.</summary>
    public static IReadOnlyList<string> Dns1035Label(string value) => Formed(
        value,
        LabelLength,
        IsLabel(value) && char.IsAsciiLetterLower(value[0]),
        static () => Wording.Pattern(
            "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character",
            "[a-z]([-a-z0-9]*[a-z0-9])?",
            "my-name",
            "abc-123"));

    /// <summary>"*." and a subdomain.</summary>
    public static IReadOnlyList<string> WildcardSubdomain(string value) => Formed(
        value,
        SubdomainLength,
        value.StartsWith("*.", StringComparison.Ordinal) && IsSubdomain(value.AsSpan(2), underscore: false),
        static () => Wording.Pattern(
            "a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain, which must consist of lower case alphanumeric characters, '-' or '.' and end with an alphanumeric character",
            @"\*\." + SubdomainPattern,
            "*.example.com"));

    /// <summary>At least three labels, no final dot.</summary>
    public static void FullyQualifiedName(string value, FieldPath path, FieldErrors errors)
    {
        if (value.Length == 0)
            errors.Required(path);
        else if (Subdomain(value) is { Count: > 0 } messages)
            errors.Invalid(path, value, string.Join(",", messages));
        else if (value.Count('.') < 2)
            errors.Invalid(path, value, "should be a domain with at least three segments separated by dots");
    }

    /// <summary>At least two labels, a final dot is allowed.</summary>
    public static void FullyQualifiedDomainName(string value, FieldPath path, FieldErrors errors)
    {
        if (value.Length == 0)
        {
            errors.Required(path);
            return;
        }

        var name = value.EndsWith('.') ? value[..^1] : value;
        if (Subdomain(name) is { Count: > 0 } messages)
        {
            errors.Invalid(path, name, string.Join(",", messages));
        }
        else if (!name.Contains('.'))
        {
            errors.Invalid(path, name, "should be a domain with at least two segments separated by dots");
        }
        else
        {
            foreach (var label in name.Split('.'))
            {
                if (Label(label) is { Count: > 0 } wrong)
                    errors.Invalid(path, label, string.Join(",", wrong));
            }
        }
    }

    internal static bool IsLabel(ReadOnlySpan<char> value)
    {
        if (value.Length == 0 || value[0] == '-' || value[^1] == '-')
            return false;

        foreach (var character in value)
        {
            if (!char.IsAsciiLetterLower(character) && !char.IsAsciiDigit(character) && character != '-')
                return false;
        }

        return true;
    }

    internal static bool IsSubdomain(ReadOnlySpan<char> value, bool underscore)
    {
        var start = 0;
        for (var i = 0; i <= value.Length; i++)
        {
            if (i < value.Length && value[i] != '.')
                continue;

            var label = value[start..i];
            if (!(underscore ? IsUnderscoreLabel(label) : IsLabel(label)))
                return false;
            start = i + 1;
        }

        return true;
    }

    private static bool IsUnderscoreLabel(ReadOnlySpan<char> value)
    {
        if (value.Length > 0 && value[0] == '_')
            value = value[1..];
        if (value.Length == 0 || value[0] is '-' or '_' || value[^1] is '-' or '_')
            return false;

        foreach (var character in value)
        {
            if (!char.IsAsciiLetterLower(character) && !char.IsAsciiDigit(character) && character is not ('-' or '_'))
                return false;
        }

        return true;
    }

    private static IReadOnlyList<string> Formed(string value, int limit, bool formed, Func<string> message)
    {
        var tooLong = Wording.IsLonger(value, limit);
        return (tooLong, formed) switch
        {
            (false, true) => [],
            (true, true) => [Wording.MaxLength(limit)],
            (false, false) => [message()],
            _ => [Wording.MaxLength(limit), message()],
        };
    }
}
