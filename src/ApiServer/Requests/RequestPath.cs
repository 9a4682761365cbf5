namespace CloudletK8s.ApiServer.Requests;

/// <summary>What the path of a request names, before anything is looked up.</summary>
public sealed record RequestPath
{
    /// <summary>False for health, discovery and the like.</summary>
    public required bool IsResource { get; init; }

    public string Group { get; init; } = "";

    public string Version { get; init; } = "";

    public string Resource { get; init; } = "";

    public string Namespace { get; init; } = "";

    public string Name { get; init; } = "";

    public string Subresource { get; init; } = "";

    /// <summary>What follows a proxy subresource.</summary>
    public string Rest { get; init; } = "";

    /// <summary>The old form <c>/api/v1/watch/…</c>.</summary>
    public bool LegacyWatch { get; init; }

    public static RequestPath NonResource { get; } = new() { IsResource = false };

    /// <summary>
    /// <c>/api/v1[/namespaces/{ns}]/{resource}[/{name}[/{subresource}]]</c>, and the same below <c>/apis/{group}/{version}</c>.
    /// A path of another form is none of a resource.
    /// </summary>
    public static RequestPath Parse(string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        int at;
        string group;
        string version;
        switch (parts)
        {
            case ["api", var core, _, ..]:
                (group, version, at) = ("", core, 2);
                break;
            case ["apis", var named, var v, _, ..]:
                (group, version, at) = (named, v, 3);
                break;
            default:
                return NonResource;
        }

        var legacyWatch = parts[at] == "watch" && parts.Length > at + 1;
        if (legacyWatch)
            at++;

        var inNamespace = "";
        if (parts[at] == "namespaces" && parts.Length > at + 2 && parts[at + 2] is not ("status" or "finalize"))
        {
            inNamespace = Uri.UnescapeDataString(parts[at + 1]);
            at += 2;
        }

        return new()
        {
            IsResource = true,
            Group = group,
            Version = version,
            Namespace = inNamespace,
            Resource = parts[at],
            Name = Part(at + 1),
            Subresource = Part(at + 2),
            Rest = parts.Length > at + 3 ? string.Join('/', parts[(at + 3)..]) : "",
            LegacyWatch = legacyWatch,
        };

        string Part(int index) => index < parts.Length ? Uri.UnescapeDataString(parts[index]) : "";
    }
}
