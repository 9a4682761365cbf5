namespace CloudletK8s.Api.Rules.Checks;

/// <summary>Names such as "example.com/controller": a domain and a path.</summary>
public static class DomainPaths
{
    private const string PathPattern = @"[A-Za-z0-9/\-._~%!$&'()*+,;=:]+";

    public static void Check(string? value, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(value))
        {
            errors.Required(path);
            return;
        }

        var slash = value.IndexOf('/');
        if (slash <= 0 || slash == value.Length - 1)
        {
            errors.Invalid(path, value, "must be a domain-prefixed path (such as \"acme.io/foo\")");
            return;
        }

        var host = value[..slash];
        errors.Invalid(path, host, DnsNames.Subdomain(host));

        var rest = value[(slash + 1)..];
        if (!IsPath(rest))
            errors.Invalid(path, rest, Wording.Pattern("Invalid path", PathPattern));
    }

    private static bool IsPath(string value)
    {
        foreach (var character in value)
        {
            if (!char.IsAsciiLetterOrDigit(character) && !@"/-._~%!$&'()*+,;=:".Contains(character))
                return false;
        }

        return true;
    }
}
