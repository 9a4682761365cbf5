namespace CloudletK8s.ApiServer.Authentication;

/// <summary>Who holds a bearer token of any kind.</summary>
internal interface IBearerTokens
{
    /// <returns>Null when nobody does.</returns>
    ValueTask<UserInfo?> Find(string token, IReadOnlyList<string> audiences, CancellationToken cancellationToken);
}
