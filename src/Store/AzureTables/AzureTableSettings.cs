using Azure.Core;
using Azure.Identity;

namespace CloudletK8s.Store.AzureTables;

/// <summary>Which table a host was told to use, by the names of its settings (environment variables on Azure).</summary>
public sealed record AzureTableSettings
{
    public const string EndpointName = "CLOUDLET_TABLES_ENDPOINT";
    public const string ConnectionName = "CLOUDLET_TABLES_CONNECTION";
    public const string TableName = "CLOUDLET_TABLE";
    public const string ClusterName = "CLOUDLET_CLUSTER";

    /// <summary>Of the account's tables; the process's identity is asked for tokens.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Goes before the endpoint. Holds a key: for the emulator and for development.</summary>
    public string? Connection { get; init; }

    public string Table { get; init; } = "cloudlet";

    public string Cluster { get; init; } = "default";

    /// <exception cref="FormatException">Neither an endpoint nor a connection string is set, or it cannot be read.</exception>
    public static AzureTableSettings Read(Func<string, string?> setting)
    {
        var endpoint = Given(setting(EndpointName));
        var connection = Given(setting(ConnectionName));
        if (endpoint is null && connection is null)
            throw new FormatException($"Set {EndpointName} (https://NAME.table.core.windows.net), or {ConnectionName}.");

        Uri? uri = null;
        if (endpoint is not null && (!Uri.TryCreate(endpoint, UriKind.Absolute, out uri) || uri.Scheme != Uri.UriSchemeHttps))
            throw new FormatException($"{EndpointName} is '{endpoint}', which is no https address.");

        var defaults = new AzureTableSettings();
        return defaults with
        {
            Endpoint = uri,
            Connection = connection,
            Table = Given(setting(TableName)) ?? defaults.Table,
            Cluster = Given(setting(ClusterName)) ?? defaults.Cluster,
        };
    }

    /// <exception cref="FormatException">The connection string cannot be read.</exception>
    public AzureTableStore Open() => Connection is not null
        ? AzureTableStore.Open(Connection, Table)
        : AzureTableStore.Open(Endpoint!, Table, Credential());

    /// <summary>
    /// The process's identity. The default chain tries one source after the other, which costs seconds where only the managed
    /// identity can answer.
    /// </summary>
    public static TokenCredential Credential() =>
        Given(Environment.GetEnvironmentVariable("IDENTITY_ENDPOINT")) is null
            ? new DefaultAzureCredential()
            : new ManagedIdentityCredential(
                Given(Environment.GetEnvironmentVariable("AZURE_CLIENT_ID")) is { } client
                    ? ManagedIdentityId.FromUserAssignedClientId(client)
                    : ManagedIdentityId.SystemAssigned);

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
