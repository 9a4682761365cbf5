using System.Net;
using System.Text;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.ApiServer.Hosting;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Clients.Connections;
using CloudletK8s.ControllerRuntime.Clients.Http;
using CloudletK8s.TestKit.Servers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging.Abstractions;

namespace CloudletK8s.ControllerRuntime.Tests.Connections;

/// <summary>It answers with what it learned of its caller.</summary>
public sealed class ServerBehindTls : IAsyncLifetime
{
    private readonly TestAuthority _authority = new();
    private readonly TestDirectory _directory = new();
    private readonly ShiftedClock _time = new();
    private WebListener? _listener;

    private Uri Url => new($"https://127.0.0.1:{_listener!.Port}");

    public async Task InitializeAsync()
    {
        var tls = new HttpsConnectionAdapterOptions
        {
            ServerCertificate = _authority.Server(),
            ClientCertificateMode = ClientCertificateMode.AllowCertificate,
            ClientCertificateValidation = (certificate, _, _) => _authority.Vouches(certificate),
        };
        var options = new ListenerOptions(new IPEndPoint(IPAddress.Loopback, 0)) { Tls = tls };
        _listener = await WebListener.Start(options, Echo, NullLoggerFactory.Instance, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await _listener!.DisposeAsync();
        _authority.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public async Task Is_called_over_HTTP_2_with_the_certificate_of_a_kubeconfig()
    {
        var (certificate, key) = _authority.Client();
        Write("ca.crt", _authority.Pem);
        var settings = Kubeconfig.Read(Write("kubeconfig", $"""
            apiVersion: v1
            kind: Config
            current-context: main
            clusters:
            - name: here
              cluster:
                server: {Url}
                certificate-authority: ca.crt
            users:
            - name: me
              user:
                client-certificate-data: {Base64(certificate)}
                client-key-data: {Base64(key)}
            contexts:
            - name: main
              context: {"{"}cluster: here, user: me, namespace: mine{"}"}
            """));

        var seen = await Call(settings);
        Assert.Equal("HTTP/2", seen["protocol"]);
        Assert.Contains("CN=somebody", seen["subject"], StringComparison.Ordinal);
        Assert.Equal("mine", settings.Namespace);
    }

    [Fact]
    public async Task Is_not_trusted_without_its_authority()
    {
        using var other = new TestAuthority();
        var file = Write("kubeconfig", $"""
            current-context: main
            clusters: [{"{"}name: here, cluster: {"{"}server: "{Url}", certificate-authority-data: {Base64(other.Pem)}{"}"}{"}"}]
            contexts: [{"{"}name: main, context: {"{"}cluster: here{"}"}{"}"}]
            """);
        await Assert.ThrowsAsync<HttpRequestException>(() => Call(Kubeconfig.Read(file)));
    }

    [Fact]
    public async Task Is_called_from_a_pod_with_the_present_token_of_its_file()
    {
        Write("ca.crt", _authority.Pem);
        Write("token", "first\n");
        Write("namespace", "shop");
        var settings = InClusterFiles.Read(
            name => name == "KUBERNETES_SERVICE_HOST" ? Url.Host : Url.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
            _directory.Path)!;
        using var transport = HttpTransport.Connect(settings, _time);

        Assert.Equal("Bearer first", (await Call(transport))["token"]);
        Write("token", "second\n");
        Assert.Equal("Bearer first", (await Call(transport))["token"]);
        _time.Pass(TimeSpan.FromMinutes(2));
        Assert.Equal("Bearer second", (await Call(transport))["token"]);
        Assert.Equal("shop", settings.Namespace);
    }

    [Fact]
    public void Is_not_looked_for_outside_of_a_cluster() => Assert.Null(InClusterFiles.Read(_ => null, _directory.Path));

    [Fact]
    public void Is_not_called_without_checking_who_it_is()
    {
        var file = Write("kubeconfig", $"""
            current-context: main
            clusters: [{"{"}name: here, cluster: {"{"}server: "{Url}", insecure-skip-tls-verify: true{"}"}{"}"}]
            contexts: [{"{"}name: main, context: {"{"}cluster: here{"}"}{"}"}]
            """);
        Assert.Contains("insecure-skip-tls-verify", Assert.Throws<FormatException>(() => Kubeconfig.Read(file)).Message, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyDictionary<string, string>> Call(ConnectionSettings settings)
    {
        using var transport = HttpTransport.Connect(settings, TimeProvider.System);
        return await Call(transport);
    }

    private static async Task<IReadOnlyDictionary<string, string>> Call(HttpTransport transport) =>
        (await new ApiClient(transport, "test").Get<ConfigMap>(new("a", "b"), CancellationToken.None)).Required().Data!;

    private static Task Echo(HttpContext http)
    {
        var subject = http.Connection.ClientCertificate?.Subject ?? "";
        return http.Response.WriteAsync(
            $$$"""{"data":{"protocol":"{{{http.Request.Protocol}}}","subject":"{{{subject}}}","token":"{{{http.Request.Headers.Authorization}}}"}}""");
    }

    private string Write(string name, string text)
    {
        var file = Path.Combine(_directory.Path, name);
        File.WriteAllText(file, text);
        return file;
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.ASCII.GetBytes(text));
}
