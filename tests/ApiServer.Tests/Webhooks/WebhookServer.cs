using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace CloudletK8s.ApiServer.Tests.Webhooks;

/// <summary>A server of webhooks with a certificate of its own: each path answers as a test says, and what was asked is kept.</summary>
public sealed class WebhookServer : IAsyncDisposable
{
    /// <summary>Keeps the caller waiting until it goes away.</summary>
    public const string Hang = "/hang";

    private readonly WebApplication _application;
    private readonly ConcurrentDictionary<string, Func<TreeObject, TreeObject>> _answers = new();

    private WebhookServer(WebApplication application, X509Certificate2 certificate)
    {
        _application = application;
        CaBundle = Convert.ToBase64String(Encoding.ASCII.GetBytes(certificate.ExportCertificatePem()));
    }

    /// <summary>As configurations carry it.</summary>
    public string CaBundle { get; }

    public int Port => new Uri(_application.Urls.First()).Port;

    /// <summary>What was asked, in order, with the path.</summary>
    public ConcurrentQueue<(string Path, TreeObject Review)> Asked { get; } = new();

    public static async Task<WebhookServer> Start()
    {
        var certificate = Certificate();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            listen.UseHttps(certificate);
        }));
        var application = builder.Build();
        var server = new WebhookServer(application, certificate);
        application.Run(server.Answer);
        await application.StartAsync();
        return server;
    }

    /// <summary>A clientConfig for a path of this server.</summary>
    public string Client(string path) => $$"""{"url":"https://localhost:{{Port}}{{path}}","caBundle":"{{CaBundle}}"}""";

    /// <summary>Admission: the answer to each request, without its uid.</summary>
    public void On(string path, Func<TreeObject, TreeObject> answer) => _answers[path] = review =>
    {
        var response = answer(review.Object("request")!);
        response["uid"] ??= review.Object("request")!["uid"];
        return new TreeObject { ["kind"] = new TreeText("AdmissionReview"), ["apiVersion"] = review["apiVersion"]!, ["response"] = response };
    };

    /// <summary>Whole answers, of whatever sort.</summary>
    public void OnRaw(string path, Func<TreeObject, TreeObject> answer) => _answers[path] = answer;

    /// <summary>A path that denies what it is asked when the condition holds.</summary>
    public void Deny(string path, string message, Func<TreeObject, bool> when) =>
        On(path, request => when(request) ? Json($$$"""{"allowed":false,"status":{"message":"{{{message}}}"}}""") : Json("""{"allowed":true}"""));

    /// <summary>A path that answers with a patch; none: it lets the request pass.</summary>
    public void Patch(string path, Func<TreeObject, string?> patch) => On(path, request => patch(request) is { } operations
        ? Json($$"""{"allowed":true,"patchType":"JSONPatch","patch":"{{Convert.ToBase64String(Encoding.UTF8.GetBytes(operations))}}"}""")
        : Json("""{"allowed":true}"""));

    public static TreeObject Json(string json) => JsonTreeReader.ReadTrusted(Encoding.UTF8.GetBytes(json));

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task Answer(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "/";
        if (path == Hang)
        {
            var gone = new TaskCompletionSource();
            await using var _ = http.RequestAborted.Register(gone.SetResult);
            await gone.Task;
            return;
        }

        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var review = JsonTreeReader.ReadTrusted(body.ToArray());
        Asked.Enqueue((path, review));
        if (!_answers.TryGetValue(path, out var answer))
        {
            http.Response.StatusCode = 404;
            return;
        }

        http.Response.ContentType = "application/json";
        await http.Response.Body.WriteAsync(JsonTreeWriter.ToUtf8(answer(review)));
    }

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=webhook", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddDnsName("hook.default.svc");
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
