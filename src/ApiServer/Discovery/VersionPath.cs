using System.Reflection;
using System.Runtime.InteropServices;
using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Http;
using Microsoft.AspNetCore.Http;

namespace CloudletK8s.ApiServer.Discovery;

/// <summary>/version: the Kubernetes that this server is compatible with, and its own version behind the plus sign.</summary>
internal sealed class VersionPath : IFixedPath
{
    public const string Kubernetes = "v1.32.4";

    private readonly Document _document = DiscoveryJson.Write(json =>
    {
        json.WriteString("major", "1");
        json.WriteString("minor", "32");
        json.WriteString("gitVersion", GitVersion);
        json.WriteString("gitCommit", Commit);
        json.WriteString("gitTreeState", "clean");
        json.WriteString("buildDate", "1970-01-01T00:00:00Z");
        json.WriteString("goVersion", $"dotnet{Environment.Version}");
        json.WriteString("compiler", "roslyn");
        json.WriteString("platform", $"linux/{Architecture}");
    });

    public static string GitVersion { get; } = $"{Kubernetes}+cloudlet.{Own.Split('+')[0]}";

    public IReadOnlyList<string> Exact { get; } = ["/version"];

    public IReadOnlyList<string> Prefixes { get; } = [];

    public bool IsPublic => true;

    private static string Own =>
        typeof(VersionPath).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";

    // The build puts the commit behind the plus sign when it is known.
    private static string Commit => Own.Contains('+') ? Own[(Own.IndexOf('+') + 1)..] : "";

    private static string Architecture => RuntimeInformation.ProcessArchitecture switch
    {
        System.Runtime.InteropServices.Architecture.Arm64 => "arm64",
        System.Runtime.InteropServices.Architecture.Arm => "arm",
        _ => "amd64",
    };

    public ValueTask Respond(HttpContext http)
    {
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
            throw ApiErrors.VerbNotAllowed();

        return _document.Send(http);
    }
}
