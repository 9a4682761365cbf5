using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using CloudletK8s.TestKit.Servers;

namespace CloudletK8s.ApiFunctions.Tests;

/// <summary>
/// Starts, asks and ends the executable as the Azure Functions host does: the port in the environment, `/` polled until anything
/// answers, requests proxied with the host's own headers added, and kill -9 for an end.
/// </summary>
internal sealed class FunctionsHostDouble : IAsyncDisposable
{
    public const string Token = "a-token-for-tests";

    private static readonly TimeSpan InitializationTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(25);

    private readonly ServerProcess _handler;

    private FunctionsHostDouble(ServerProcess handler, int port)
    {
        _handler = handler;
        Client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        Client.DefaultRequestHeaders.Add("X-Azure-Functions-HostVersion", "4.1037.0.0");
        Client.DefaultRequestHeaders.Add("X-Azure-Functions-InvocationId", Guid.NewGuid().ToString());
        Client.DefaultRequestHeaders.Add("x-ms-invocation-id", Guid.NewGuid().ToString());
    }

    public HttpClient Client { get; }

    public static async Task<FunctionsHostDouble> Start(string tablesConnection, string cluster, int watchSeconds = 220)
    {
        var port = FreePort();
        var handler = ServerProcess.Start(BuiltProgram.Of("ApiFunctions"), [], new Dictionary<string, string?>
        {
            ["FUNCTIONS_CUSTOMHANDLER_PORT"] = $"{port}",
            ["FUNCTIONS_CUSTOMHANDLER_WORKER_ID"] = Guid.NewGuid().ToString(),
            ["CLOUDLET_TABLES_CONNECTION"] = tablesConnection,
            ["CLOUDLET_CLUSTER"] = cluster,
            ["CLOUDLET_ADMIN_TOKEN"] = Token,
            ["CLOUDLET_WATCH_SECONDS"] = $"{watchSeconds}",
        });
        var host = new FunctionsHostDouble(handler, port);
        try
        {
            await host.WaitUntilReady();
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    public Task Kill() => _handler.Kill();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _handler.DisposeAsync();
    }

    /// <summary>Any answer counts, whatever it says.</summary>
    private async Task WaitUntilReady()
    {
        using var anonymous = new HttpClient { BaseAddress = Client.BaseAddress };
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var answer = await anonymous.GetAsync(new Uri("/", UriKind.Relative));
                return;
            }
            catch (HttpRequestException ex) when (ex.InnerException is SocketException && !_handler.HasEnded && waited.Elapsed < InitializationTimeout)
            {
                await Task.Delay(PollInterval);
            }
            catch (HttpRequestException ex)
            {
                throw new InvalidOperationException($"The handler is not ready after {waited.Elapsed}. It wrote:\n{_handler.Errors}", ex);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
