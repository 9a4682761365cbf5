using Azure.Core;
using Azure.Core.Pipeline;

namespace CloudletK8s.Store.AzureTables;

/// <summary>Where a storage account's tables are, and how requests to them are signed.</summary>
internal sealed record TableAccount(Uri Endpoint, HttpPipelinePolicy Authentication)
{
    private const string Scope = "https://storage.azure.com/.default";

    // Published by Microsoft; every emulator has it.
    private const string EmulatorName = "devstoreaccount1";
    private const string EmulatorKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private const string EmulatorEndpoint = "http://127.0.0.1:10002/devstoreaccount1";

    public static TableAccount Of(Uri endpoint, TokenCredential credential) =>
        new(endpoint, new BearerTokenAuthenticationPolicy(credential, Scope));

    /// <exception cref="FormatException">It lacks a part, or has one that is not supported.</exception>
    public static TableAccount Parse(string connectionString)
    {
        var settings = Settings(connectionString);
        if (settings.TryGetValue("UseDevelopmentStorage", out var emulator) && bool.TryParse(emulator, out var isEmulator) && isEmulator)
            return WithKey(EmulatorEndpoint, EmulatorName, EmulatorKey);

        if (settings.ContainsKey("SharedAccessSignature"))
            throw new FormatException("A storage connection string with a shared access signature is not supported; use a managed identity.");

        var name = Required(settings, "AccountName");
        var endpoint = settings.GetValueOrDefault("TableEndpoint")
            ?? $"{settings.GetValueOrDefault("DefaultEndpointsProtocol", "https")}://{name}.table."
            + settings.GetValueOrDefault("EndpointSuffix", "core.windows.net");
        return WithKey(endpoint, name, Required(settings, "AccountKey"));
    }

    private static TableAccount WithKey(string endpoint, string name, string key) =>
        new(new Uri(endpoint), new SharedKeyLitePolicy(name, Convert.FromBase64String(key), TimeProvider.System));

    private static Dictionary<string, string> Settings(string connectionString)
    {
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            // The message must not repeat the string: it holds a key.
            var equals = part.IndexOf('=');
            if (equals <= 0)
                throw new FormatException("The storage connection string has a part that is not NAME=VALUE.");

            settings[part[..equals]] = part[(equals + 1)..];
        }

        return settings;
    }

    private static string Required(Dictionary<string, string> settings, string name) =>
        settings.GetValueOrDefault(name) ?? throw new FormatException($"The storage connection string has no {name}.");
}
