namespace CloudletK8s.Api.Rules.Checks;

/// <summary>Names of environment variables, keys of config maps and secrets, header names and other small words.</summary>
public static class Keys
{
    /// <summary>An environment variable: any printable ASCII but "=".</summary>
    public static IReadOnlyList<string> EnvironmentVariable(string value)
    {
        if (value.Length == 0)
            return ["environment variable name " + Wording.Empty];

        foreach (var character in value)
        {
            if (character is < ' ' or > '~' or '=')
                return ["a valid environment variable name must consist only of printable ASCII characters other than '='"];
        }

        return [];
    }

    /// <summary>The narrower rule that holds where Kubernetes has not relaxed it.</summary>
    public static IReadOnlyList<string> StrictEnvironmentVariable(string value)
    {
        var formed = value.Length > 0 && !char.IsAsciiDigit(value[0]) && IsKey(value);
        if (formed && !value.StartsWith('.'))
            return [];

        var messages = new List<string>(2);
        if (!formed)
        {
            messages.Add(Wording.Pattern(
                "a valid environment variable name must consist of alphabetic characters, digits, '_', '-', or '.', and must not start with a digit",
                "[-._a-zA-Z][-._a-zA-Z0-9]*",
                "my.env-name",
                "MY_ENV.NAME",
                "MyEnvName1"));
        }

        AddChangesDirectory(value, messages);
        return messages;
    }

    /// <summary>A key of a config map or secret.</summary>
    public static IReadOnlyList<string> ConfigMapKey(string value)
    {
        var tooLong = Wording.IsLonger(value, DnsNames.SubdomainLength);
        var formed = value.Length > 0 && IsKey(value);
        if (formed && !tooLong && !value.StartsWith('.'))
            return [];

        var messages = new List<string>(2);
        if (tooLong)
            messages.Add(Wording.MaxLength(DnsNames.SubdomainLength));
        if (!formed)
        {
            messages.Add(Wording.Pattern(
                "a valid config key must consist of alphanumeric characters, '-', '_' or '.'",
                "[-._a-zA-Z0-9]+",
                "key.name",
                "KEY_NAME",
                "key-name"));
        }

        AddChangesDirectory(value, messages);
        return messages;
    }

    public static IReadOnlyList<string> HttpHeader(string value)
    {
        var formed = value.Length > 0;
        foreach (var character in value)
            formed &= char.IsAsciiLetterOrDigit(character) || character == '-';
        return formed
            ? []
            : [Wording.Pattern("a valid HTTP header must consist of alphanumeric characters or '-'", "[-A-Za-z0-9]+", "X-Header-Name")];
    }

    public static IReadOnlyList<string> Percent(string value)
    {
        var formed = value.Length > 1 && value[^1] == '%';
        for (var i = 0; i < value.Length - 1; i++)
            formed &= char.IsAsciiDigit(value[i]);
        return formed
            ? []
            : [Wording.Pattern("a valid percent string must be a numeric string followed by an ending '%'", "[0-9]+%", "1%", "93%")];
    }

    public static IReadOnlyList<string> CIdentifier(string value)
    {
        var formed = value.Length > 0 && !char.IsAsciiDigit(value[0]);
        foreach (var character in value)
            formed &= char.IsAsciiLetterOrDigit(character) || character == '_';
        return formed
            ? []
            : [Wording.Pattern(
                "a valid C identifier must start with alphabetic character or '_', followed by a string of alphanumeric characters or '_'",
                "[A-Za-z_][A-Za-z0-9_]*",
                "my_name",
                "MY_NAME",
                "MyName")];
    }

    private static bool IsKey(string value)
    {
        foreach (var character in value)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('-' or '_' or '.'))
                return false;
        }

        return true;
    }

    private static void AddChangesDirectory(string value, List<string> messages)
    {
        if (value is "." or "..")
            messages.Add($"must not be '{value}'");
        else if (value.StartsWith("..", StringComparison.Ordinal))
            messages.Add("must not start with '..'");
    }
}
