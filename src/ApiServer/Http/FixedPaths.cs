namespace CloudletK8s.ApiServer.Http;

/// <summary>Paths that are no resources: health, version, metrics, discovery, OpenAPI, keys.</summary>
internal sealed class FixedPaths(IReadOnlyList<IFixedPath> paths)
{
    private readonly Dictionary<string, IFixedPath> _exact =
        paths.SelectMany(path => path.Exact.Select(exact => (exact, path))).ToDictionary(pair => pair.exact, pair => pair.path);

    private readonly (string Prefix, IFixedPath Path)[] _prefixes =
        [.. paths.SelectMany(path => path.Prefixes.Select(prefix => (prefix, path)))];

    public IFixedPath? Find(string path)
    {
        var trimmed = path.Length > 1 ? path.TrimEnd('/') : path;
        if (_exact.TryGetValue(trimmed, out var exact))
            return exact;

        foreach (var (prefix, handler) in _prefixes)
        {
            if (path.StartsWith(prefix, StringComparison.Ordinal))
                return handler;
        }

        return null;
    }
}
