using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CloudletK8s.Store.Tests.Tables;

/// <summary>Fails a request that the real service would refuse, and the emulator does not.</summary>
internal sealed partial class AzureLimits(HttpMessageHandler network) : DelegatingHandler(network)
{
    private const int RequestBytes = 4 * 1024 * 1024;
    private const int EntityBytes = 1024 * 1024;
    private const int PropertyBytes = 64 * 1024;
    private const int KeyCharacters = 512;
    private const int BatchRows = 100;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is not null && request.RequestUri!.AbsolutePath.EndsWith("/$batch", StringComparison.Ordinal))
            CheckBatch(await request.Content.ReadAsByteArrayAsync(cancellationToken));

        return await base.SendAsync(request, cancellationToken);
    }

    private static void CheckBatch(byte[] body)
    {
        Assert.InRange(body.Length, 1, RequestBytes);
        var lines = Encoding.UTF8.GetString(body).Split("\r\n");
        var partitions = new HashSet<string>();
        var rows = new List<string>();
        foreach (var line in lines)
        {
            if (EntityAddress().Match(line) is { Success: true } address)
            {
                partitions.Add(Uri.UnescapeDataString(address.Groups[1].Value));
                rows.Add(Uri.UnescapeDataString(address.Groups[2].Value));
            }
            else if (line.StartsWith('{'))
            {
                using var entity = JsonDocument.Parse(line);
                partitions.Add(entity.RootElement.GetProperty("PartitionKey").GetString()!);
                rows.Add(entity.RootElement.GetProperty("RowKey").GetString()!);
                CheckEntity(entity.RootElement);
            }
        }

        Assert.InRange(lines.Count(static line => line.StartsWith("--changeset", StringComparison.Ordinal) && !line.EndsWith("--", StringComparison.Ordinal)), 1, BatchRows);
        CheckKey(Assert.Single(partitions));
        Assert.All(rows, CheckKey);
    }

    private static void CheckKey(string key)
    {
        Assert.InRange(key.Length, 0, KeyCharacters);
        Assert.DoesNotMatch(ForbiddenInKeys(), key);
    }

    // The sizes that the service documents: four bytes, the keys, and eight bytes, name and value for each property.
    private static void CheckEntity(JsonElement entity)
    {
        var size = 4;
        foreach (var property in entity.EnumerateObject())
        {
            if (property.Name.EndsWith("@odata.type", StringComparison.Ordinal))
                continue;

            var value = property switch
            {
                { Name: "PartitionKey" or "RowKey" } => 2 * property.Value.GetString()!.Length,
                { Value.ValueKind: JsonValueKind.Number } => 4,
                _ => 4 + property.Value.GetBytesFromBase64().Length,
            };
            Assert.InRange(value, 0, 4 + PropertyBytes);
            size += 8 + 2 * property.Name.Length + value;
        }

        Assert.InRange(size, 1, EntityBytes);
    }

    [GeneratedRegex(@"\(PartitionKey='(.*)',RowKey='(.*)'\) HTTP/1\.1$")]
    private static partial Regex EntityAddress();

    [GeneratedRegex(@"[/\\#?\u0000-\u001F\u007F-\u009F\uD800-\uDFFF%+']")]
    private static partial Regex ForbiddenInKeys();
}
