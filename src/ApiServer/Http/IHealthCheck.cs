namespace CloudletK8s.ApiServer.Http;

internal interface IHealthCheck
{
    string Name { get; }

    /// <param name="endpoint">healthz, livez or readyz.</param>
    bool Concerns(string endpoint);

    /// <summary>What is wrong, or null.</summary>
    ValueTask<string?> Failure(CancellationToken cancellationToken);
}
