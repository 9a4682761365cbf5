using System.Collections.Concurrent;

namespace CloudletK8s.ApiServer.Webhooks;

/// <summary>One client for each place where webhooks are called, so that its connections are used again.</summary>
internal sealed class WebhookClients(ServiceEndpoints services, TimeProvider time) : IDisposable
{
    /// <summary>Configurations that change all the time must not pile up clients.</summary>
    private const int MostClients = 256;

    private readonly ConcurrentDictionary<WebhookTarget, WebhookClient> _clients = new();

    public WebhookClient Of(WebhookTarget target)
    {
        if (_clients.TryGetValue(target, out var known))
            return known;

        // The forgotten ones end with their last call; their connections close by themselves when they are idle.
        if (_clients.Count >= MostClients)
            _clients.Clear();
        return _clients.GetOrAdd(target, made => new(made, services, time));
    }

    public void Dispose()
    {
        foreach (var client in _clients.Values)
            client.Dispose();
        _clients.Clear();
    }
}
