namespace CloudletK8s.ControllerRuntime.Clients.Connections;

internal sealed class BearerTokenHandler(BearerToken token, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new("Bearer", await token.Current(cancellationToken));
        return await base.SendAsync(request, cancellationToken);
    }
}
