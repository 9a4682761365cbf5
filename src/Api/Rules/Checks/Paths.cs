namespace CloudletK8s.Api.Rules.Checks;

/// <summary>Paths within a volume or on a node.</summary>
public static class Paths
{
    public static bool IsAbsolute(string path) => path.StartsWith('/');

    /// <summary>No element of the path is "..".</summary>
    public static bool HasBackstep(string path)
    {
        foreach (var part in path.AsSpan().Split('/'))
        {
            if (path.AsSpan(part) is "..")
                return true;
        }

        return false;
    }

    public static void NoBacksteps(string path, FieldPath field, FieldErrors errors)
    {
        if (HasBackstep(path))
            errors.Invalid(field, path, "must not contain '..'");
    }

    /// <summary>Relative and staying below where it starts.</summary>
    public static void Descending(string path, FieldPath field, FieldErrors errors)
    {
        if (IsAbsolute(path))
            errors.Invalid(field, path, "must be a relative path");
        NoBacksteps(path, field, errors);
    }

    /// <summary>As <see cref="Descending"/>, and not starting with two dots: such names are the kubelet's own.</summary>
    public static void DescendingUnreserved(string path, FieldPath field, FieldErrors errors)
    {
        Descending(path, field, errors);
        if (path.StartsWith("..", StringComparison.Ordinal) && !path.StartsWith("../", StringComparison.Ordinal))
            errors.Invalid(field, path, "must not start with '..'");
    }
}
