using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CloudletK8s.TestKit.Azurite;

namespace CloudletK8s.ApiFunctions.Tests;

public sealed class HandlerBehindTheFunctionsHost(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private const string Namespaces = "api/v1/namespaces";
    private readonly string _cluster = $"c{Guid.NewGuid():N}"[..12];

    [Fact]
    public async Task Takes_requests_as_the_host_proxies_them()
    {
        await using var host = await FunctionsHostDouble.Start(azurite.ConnectionString, _cluster);

        using var created = await host.Client.PostAsJsonAsync(Namespaces, Namespace("one"));
        var found = await host.Client.GetFromJsonAsync<JsonElement>($"{Namespaces}/one?x=1&x=2");

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal("one", found.GetProperty("metadata").GetProperty("name").GetString());
    }

    [Fact]
    public async Task Trusts_no_certificate_header()
    {
        await using var host = await FunctionsHostDouble.Start(azurite.ConnectionString, _cluster);
        using var request = new HttpRequestMessage(HttpMethod.Get, Namespaces);
        request.Headers.Authorization = null;
        request.Headers.Add("X-ARR-ClientCert", Convert.ToBase64String([1, 2, 3]));
        using var anonymous = new HttpClient { BaseAddress = host.Client.BaseAddress };

        using var response = await anonymous.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Streams_a_watch_and_ends_it_before_the_front_end_would()
    {
        await using var host = await FunctionsHostDouble.Start(azurite.ConnectionString, _cluster, watchSeconds: 4);
        var clock = Stopwatch.StartNew();
        using var response = await host.Client.GetAsync(
            new Uri($"{Namespaces}?watch=true&resourceVersion=0&timeoutSeconds=3600", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());

        (await host.Client.PostAsJsonAsync(Namespaces, Namespace("seen"))).EnsureSuccessStatusCode();

        // The event arrives while the answer is still open: nothing on the way holds it back.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        string? line;
        do
            line = await lines.ReadLineAsync(patience.Token);
        while (line is not null && !line.Contains("\"seen\"", StringComparison.Ordinal));

        Assert.NotNull(line);
        while (await lines.ReadLineAsync(patience.Token) is not null)
        {
            // Bookmarks may follow until the end.
        }

        Assert.InRange(clock.Elapsed, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task Loses_nothing_it_acknowledged_when_it_is_killed_without_warning()
    {
        var acknowledged = new List<string>();
        await using (var first = await FunctionsHostDouble.Start(azurite.ConnectionString, _cluster))
        {
            var killed = KillAfter(first, 20, acknowledged);
            var number = 0;
            try
            {
                while (true)
                {
                    var name = $"n{number++}";
                    using var response = await first.Client.PostAsJsonAsync(Namespaces, Namespace(name));
                    response.EnsureSuccessStatusCode();
                    lock (acknowledged)
                        acknowledged.Add(name);
                }
            }
            catch (HttpRequestException) when (killed.IsCompleted || !killed.IsFaulted)
            {
                // The kill came in the middle of a request.
            }

            await killed;
        }

        await using var second = await FunctionsHostDouble.Start(azurite.ConnectionString, _cluster);
        var list = await second.Client.GetFromJsonAsync<JsonElement>(Namespaces);
        var names = list.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("metadata").GetProperty("name").GetString()!).ToHashSet();

        Assert.True(acknowledged.Count >= 20);
        Assert.Empty(acknowledged.Except(names));
    }

    private static async Task KillAfter(FunctionsHostDouble host, int count, List<string> acknowledged)
    {
        while (true)
        {
            lock (acknowledged)
            {
                if (acknowledged.Count >= count)
                    break;
            }

            await Task.Delay(1);
        }

        await host.Kill();
    }

    private static object Namespace(string name) => new { apiVersion = "v1", kind = "Namespace", metadata = new { name } };
}
