using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;

namespace CloudletK8s.TestKit.Servers;

/// <summary>The real `cloudlet up` on a data directory and a free port. The test project must reference src/Cloudlet.</summary>
public sealed class CloudletProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly ServerProcess _process;
    private readonly TestDirectory? _ownDirectory;

    private CloudletProcess(ServerProcess process, TestDirectory? ownDirectory, string data, Uri url)
    {
        _process = process;
        _ownDirectory = ownDirectory;
        Data = data;
        Url = url;
        Client = Connect();
    }

    public Uri Url { get; }

    public string Data { get; }

    /// <summary>The administrator's.</summary>
    public string Kubeconfig => Path.Combine(Data, "kubeconfig");

    public string Token => File.ReadAllText(Path.Combine(Data, "admin-token")).Trim();

    /// <summary>Calls the server as the administrator, by bearer token, trusting the server's own authority only.</summary>
    public HttpClient Client { get; }

    public int Id => _process.Id;

    /// <summary>The server's log so far.</summary>
    public string Log => _process.Errors;

    /// <param name="data">Kept when the process is disposed; null: a new directory that goes with it.</param>
    /// <param name="arguments">Further arguments of `up`, such as "--store", "memory".</param>
    public static async Task<CloudletProcess> Start(
        string? data = null, IEnumerable<string>? arguments = null, IReadOnlyDictionary<string, string?>? environment = null)
    {
        var ownDirectory = data is null ? new TestDirectory() : null;
        data ??= ownDirectory!.Path;
        var process = ServerProcess.Start(
            BuiltProgram.Of("Cloudlet"), ["up", "--data", data, "--port", "0", "--no-node", .. arguments ?? []], environment);
        try
        {
            var words = (await process.FirstLine.WaitAsync(StartLimit)).Split(' ');
            return words is ["ready", var url, "kubeconfig", _]
                ? new CloudletProcess(process, ownDirectory, data, new Uri(url))
                : throw new InvalidOperationException($"The ready line reads: {string.Join(' ', words)}");
        }
        catch
        {
            await process.DisposeAsync();
            ownDirectory?.Dispose();
            throw;
        }
    }

    /// <summary>A client of its own, with its own connections.</summary>
    public HttpClient Connect(string? token = null, X509Certificate2? certificate = null)
    {
        var handler = new SocketsHttpHandler();
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            CustomTrustStore = { X509Certificate2.CreateFromPem(File.ReadAllText(Path.Combine(Data, "pki", "ca.crt"))) },
        };
        if (certificate is not null)
            handler.SslOptions.ClientCertificates = [certificate];

        var client = new HttpClient(handler) { BaseAddress = Url };
        if (certificate is null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token ?? Token);

        return client;
    }

    /// <summary>kill -9: what was acknowledged must be there on the next start.</summary>
    public Task Kill() => _process.Kill();

    /// <summary>SIGTERM.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> Terminate() => _process.Terminate();

    /// <summary>SIGINT.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> Interrupt() => _process.Interrupt();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _process.DisposeAsync();
        _ownDirectory?.Dispose();
    }
}
