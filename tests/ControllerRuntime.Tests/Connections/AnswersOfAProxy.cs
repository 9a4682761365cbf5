using System.Net;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.ApiServer.Hosting;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Clients.Connections;
using CloudletK8s.ControllerRuntime.Clients.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace CloudletK8s.ControllerRuntime.Tests.Connections;

public sealed class AnswersOfAProxy
{
    [Fact]
    public async Task Become_a_status_with_the_proxys_words()
    {
        var refused = await Refused(async http =>
        {
            http.Response.StatusCode = 503;
            http.Response.Headers.RetryAfter = "7";
            await http.Response.WriteAsync("<html>try later</html>");
        });

        Assert.Equal(503, refused.Code);
        Assert.Equal(TimeSpan.FromSeconds(7), refused.RetryAfter);
        Assert.Equal("<html>try later</html>", refused.Status.Message);
    }

    [Fact]
    public async Task Are_no_success_when_they_lead_elsewhere()
    {
        var refused = await Refused(http =>
        {
            http.Response.Redirect("https://login.example/");
            return Task.CompletedTask;
        });
        Assert.Equal(302, refused.Code);
    }

    private static async Task<ApiStatusException> Refused(RequestDelegate handle)
    {
        await using var listener = await WebListener.Start(
            new(new IPEndPoint(IPAddress.Loopback, 0)), handle, NullLoggerFactory.Instance, CancellationToken.None);
        using var transport = HttpTransport.Connect(new(new Uri($"http://127.0.0.1:{listener.Port}")), TimeProvider.System);
        return await Assert.ThrowsAsync<ApiStatusException>(
            async () => await new ApiClient(transport, "test").Get<ConfigMap>(new("a", "b"), CancellationToken.None));
    }
}
