namespace CloudletK8s.Api.Rules.Checks;

/// <summary>Names of objects, by the rule of their kind.</summary>
public static class Names
{
    /// <param name="prefix">Something will be appended (generateName), so a final dash is fine.</param>
    public static IReadOnlyList<string> Check(string name, NameRule rule, bool prefix)
    {
        if (rule == NameRule.PathSegment)
            return PathSegment(name, prefix);

        // Kubernetes puts one letter for the dash and the character before it.
        if (prefix && name.Length > 1 && name[^1] == '-')
            name = string.Concat(name.AsSpan(0, name.Length - 2), "a");

        return rule switch
        {
            NameRule.DnsLabel => DnsNames.Label(name),
            NameRule.Dns1035Label => DnsNames.Dns1035Label(name),
            _ => DnsNames.Subdomain(name),
        };
    }

    public static IReadOnlyList<string> PathSegment(string name, bool prefix)
    {
        if (!prefix && name is "." or "..")
            return [$"may not be '{name}'"];

        return (name.Contains('/'), name.Contains('%')) switch
        {
            (false, false) => [],
            (true, false) => ["may not contain '/'"],
            (false, true) => ["may not contain '%'"],
            _ => ["may not contain '/'", "may not contain '%'"],
        };
    }
}
