namespace CloudletK8s.ControllerRuntime.Clients.Connections;

/// <summary>A token that never changes, or the present content of a file.</summary>
internal sealed class BearerToken
{
    /// <summary>Kubernetes renews a token file long before the token in it ends, so that reading it once a minute is enough.</summary>
    private static readonly TimeSpan ReadAgainAfter = TimeSpan.FromMinutes(1);

    private readonly string _file;
    private readonly TimeProvider _time;
    private volatile Known _known;

    private BearerToken(string file, TimeProvider time, Known known)
    {
        _file = file;
        _time = time;
        _known = known;
    }

    /// <returns>Null when the settings have none.</returns>
    public static BearerToken? Of(ConnectionSettings settings, TimeProvider time)
    {
        if (settings.TokenFile.Length > 0)
            return new(settings.TokenFile, time, new(File.ReadAllText(settings.TokenFile).Trim(), time.GetTimestamp()));

        return settings.Token.Length > 0 ? new("", time, new(settings.Token, 0)) : null;
    }

    public async ValueTask<string> Current(CancellationToken cancellationToken)
    {
        var known = _known;
        if (_file.Length == 0 || _time.GetElapsedTime(known.ReadAt) < ReadAgainAfter)
            return known.Token;

        var token = known.Token;
        try
        {
            token = (await File.ReadAllTextAsync(_file, cancellationToken)).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The file is just being replaced; the token that is known may still be good, and if not the server says so.
        }

        _known = new(token, _time.GetTimestamp());
        return token;
    }

    private sealed record Known(string Token, long ReadAt);
}
