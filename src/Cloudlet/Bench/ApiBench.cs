using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace CloudletK8s.Cloudlet.Bench;

/// <summary>
/// Drives any Kubernetes API server through its public API and prints one JSON line. Clients are closed loops, each with a
/// connection of its own; what it created it deletes.
/// </summary>
internal sealed class ApiBench(ApiBenchOptions options) : IDisposable
{
    private const int SetupClients = 16;

    /// <summary>How many changes may be on their way to the watchers: writers wait for them, so that no server is simply outrun.</summary>
    private const int ChangesInFlight = 32;
    private readonly Kubeconfig _target = Kubeconfig.Read(options.Kubeconfig);
    private readonly string _namespace = $"bench-{Environment.ProcessId}-{Environment.TickCount64 % 100000}";
    private readonly LatencyRecord _latencies = new(options.Clients);
    private long _bytes;
    private long _errors;
    private long _events;
    private long _received;
    private readonly SemaphoreSlim _window = new(ChangesInFlight);
    private volatile bool _counting;
    private string _firstError = "";

    public async Task<int> Run(TextWriter output, CancellationToken cancellationToken)
    {
        await Setup(cancellationToken);
        try
        {
            using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var watchers = options.Scenario == "watch" ? await StartWatchers(end.Token) : [];
            var clients = Enumerable.Range(0, options.Clients).Select(index => Task.Run(() => Client(index, end.Token), CancellationToken.None)).ToArray();
            await Task.Delay(TimeSpan.FromSeconds(options.WarmUpSeconds), cancellationToken);
            var before = ServerUsage.Of(options.ServerPid);
            var started = Stopwatch.GetTimestamp();
            _counting = true;
            await Task.WhenAny(Task.WhenAll(clients), Task.Delay(TimeSpan.FromSeconds(options.Seconds), cancellationToken));
            _counting = false;
            var elapsed = Stopwatch.GetElapsedTime(started);
            var used = ServerUsage.Of(options.ServerPid) - before;
            await end.CancelAsync();
            await Task.WhenAll([.. clients, .. watchers]);
            await output.WriteLineAsync(Report(elapsed, used));
            return _latencies.Count > 0 ? 0 : 1;
        }
        finally
        {
            await Cleanup();
        }
    }

    public void Dispose() => _window.Dispose();

    private string PodsPath => $"/api/v1/namespaces/{_namespace}/pods";

    private async Task Setup(CancellationToken cancellationToken)
    {
        await using var connection = await HttpConnection.Open(_target, cancellationToken);
        var manifest = Encoding.UTF8.GetBytes($$$"""{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"{{{_namespace}}}"}}""");
        await Expect(connection, "POST", "/api/v1/namespaces", manifest, cancellationToken);

        // Kubernetes' own controller makes the account a moment after the namespace; where there is no such controller, we do.
        var account = Encoding.UTF8.GetBytes("""{"apiVersion":"v1","kind":"ServiceAccount","metadata":{"name":"default"}}""");
        await connection.SkipBody(await connection.Send("POST", $"/api/v1/namespaces/{_namespace}/serviceaccounts", "application/json", account, cancellationToken), cancellationToken);
        if (options.Scenario == "create")
            return;

        await Parallel.ForAsync(0, SetupClients, cancellationToken, async (client, cancelled) =>
        {
            await using var own = await HttpConnection.Open(_target, cancelled);
            for (var i = client; i < options.Objects; i += SetupClients)
                await Expect(own, "POST", PodsPath, PodManifest.For(_namespace, PodName(i), 0), cancelled);
        });
    }

    private async Task Client(int index, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await HttpConnection.Open(_target, cancellationToken);
            for (var turn = 0; !cancellationToken.IsCancellationRequested; turn++)
            {
                if (options.Scenario == "watch")
                    await _window.WaitAsync(cancellationToken);
                await Once(connection, index, turn, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The time is over.
        }
        catch (Exception e) when (e is IOException or InvalidDataException or System.Net.Sockets.SocketException)
        {
            if (!cancellationToken.IsCancellationRequested)
                Fail($"client {index}: {e.Message}");
        }
    }

    private async ValueTask Once(HttpConnection connection, int index, int turn, CancellationToken cancellationToken)
    {
        // Every client has objects of its own, so that what is measured is work, not conflicts.
        var mine = options.Objects < options.Clients ? index % options.Objects : index + (turn % (options.Objects / options.Clients) * options.Clients);
        var (method, path, type, body) = options.Scenario switch
        {
            "create" => ("POST", PodsPath, "application/json", PodManifest.For(_namespace, $"pod-{index}-{turn}", turn)),
            "update" => ("PUT", $"{PodsPath}/{PodName(mine)}", "application/json", PodManifest.For(_namespace, PodName(mine), 0)),
            "patch" or "watch" => ("PATCH", $"{PodsPath}/{PodName(mine)}", "application/merge-patch+json", Touch(turn)),
            "get" => ("GET", $"{PodsPath}/{PodName(mine)}", "", []),
            "list" => ("GET", PodsPath, "", []),
            _ => throw new ArgumentException($"unknown scenario {options.Scenario}"),
        };
        if (options.Scenario == "update")
            body = PodUpdate.Relabelled(body, turn);

        var started = Stopwatch.GetTimestamp();
        var head = await connection.Send(method, path, type, body, cancellationToken);
        long bytes;
        if (head.Code >= 400)
        {
            var text = await connection.ReadBody(head, cancellationToken);
            Fail($"{head.Code}: {Encoding.UTF8.GetString(text.Span[..Math.Min(text.Length, 300)])}");
            return;
        }

        bytes = await connection.SkipBody(head, cancellationToken);
        if (!_counting)
            return;

        _latencies.Add(index, Stopwatch.GetElapsedTime(started));
        Interlocked.Add(ref _bytes, bytes + body.Length);
    }

    private async Task<Task[]> StartWatchers(CancellationToken cancellationToken)
    {
        // A few at a time, so that what is measured is not a storm of handshakes.
        var open = new List<Task>(options.Watchers);
        await Parallel.ForAsync(0, options.Watchers, new ParallelOptions { MaxDegreeOfParallelism = SetupClients, CancellationToken = cancellationToken }, async (_, cancelled) =>
        {
            var connection = await OpenWatch(cancelled);
            var reading = Task.Run(() => Watcher(connection, cancellationToken), CancellationToken.None);
            lock (open)
                open.Add(reading);
        });
        return [.. open];
    }

    private async Task<HttpConnection> OpenWatch(CancellationToken cancellationToken)
    {
        var connection = await HttpConnection.Open(_target, cancellationToken);
        var list = await connection.Send("GET", PodsPath + "?limit=1", "", default, cancellationToken);
        var revision = PodUpdate.ResourceVersion((await connection.ReadBody(list, cancellationToken)).Span);
        var watch = await connection.Send("GET", $"{PodsPath}?watch=true&resourceVersion={revision}", "", default, cancellationToken);
        return watch.Code == 200 ? connection : throw new InvalidDataException($"a watch was answered with {watch.Code}");
    }

    private async Task Watcher(HttpConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            await using var closing = connection;
            while (await connection.ReadChunk(cancellationToken) is { Length: > 0 } chunk)
            {
                var events = chunk.Span.Count((byte)'\n');
                var received = Interlocked.Add(ref _received, events);
                var done = (int)((received / options.Watchers) - ((received - events) / options.Watchers));
                if (done > 0)
                    _window.Release(done);
                if (!_counting)
                    continue;
                Interlocked.Add(ref _events, events);
                Interlocked.Add(ref _bytes, chunk.Length);
            }

            if (!cancellationToken.IsCancellationRequested)
                Fail("the server ended a watch");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The time is over.
        }
        catch (Exception e) when (e is IOException or InvalidDataException or System.Net.Sockets.SocketException)
        {
            if (!cancellationToken.IsCancellationRequested)
                Fail($"watcher: {e.Message}");
        }
    }

    private async Task Cleanup()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        try
        {
            await using var connection = await HttpConnection.Open(_target, patience.Token);
            await connection.SkipBody(await connection.Send("DELETE", PodsPath + "?gracePeriodSeconds=0", "", default, patience.Token), patience.Token);
            await connection.SkipBody(await connection.Send("DELETE", $"/api/v1/namespaces/{_namespace}", "", default, patience.Token), patience.Token);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or InvalidDataException or System.Net.Sockets.SocketException)
        {
            await Console.Error.WriteLineAsync($"namespace {_namespace} was left behind: {e.Message}");
        }
    }

    private string Report(TimeSpan elapsed, ServerUsage used)
    {
        var line = new JsonLine()
            .Text("scenario", options.Scenario)
            .Number("clients", options.Clients)
            .Number("seconds", elapsed.TotalSeconds, 2)
            .Number("operations", _latencies.Count)
            .Number("operationsPerSecond", _latencies.Count / elapsed.TotalSeconds)
            .Number("p50Ms", _latencies.Percentile(0.50).TotalMilliseconds, 3)
            .Number("p99Ms", _latencies.Percentile(0.99).TotalMilliseconds, 3)
            .Number("bytes", _bytes)
            .Number("errors", _errors);
        if (options.Scenario != "create")
            line.Number("objects", options.Objects);
        var work = (double)_latencies.Count;
        if (options.Scenario == "watch")
        {
            line.Number("watchers", options.Watchers).Number("events", _events).Number("eventsPerSecond", _events / elapsed.TotalSeconds);
            work = _events;
        }

        if (options.ServerPid is not null)
        {
            line.Number("serverCpuSeconds", used.Processor.TotalSeconds, 2)
                .Number("serverCpuMicrosecondsPerOperation", work > 0 ? used.Processor.TotalMicroseconds / work : 0)
                .Number("serverResidentMegabytes", used.ResidentBytes / 1e6);
        }

        if (_errors > 0)
            line.Text("firstError", _firstError);
        return line.ToString();
    }

    private void Fail(string why)
    {
        if (Interlocked.Increment(ref _errors) == 1)
            _firstError = why;
    }

    private static async ValueTask Expect(HttpConnection connection, string method, string path, byte[] body, CancellationToken cancellationToken)
    {
        var head = await connection.Send(method, path, "application/json", body, cancellationToken);
        var answer = await connection.ReadBody(head, cancellationToken);
        if (head.Code >= 300)
            throw new InvalidDataException($"{method} {path} answered {head.Code}: {Encoding.UTF8.GetString(answer.Span[..Math.Min(answer.Length, 500)])}");
    }

    private static string PodName(int index) => $"object-{index}";

    private static byte[] Touch(int turn) =>
        Encoding.UTF8.GetBytes($$$$"""{"metadata":{"labels":{"revision":"{{{{turn.ToString(CultureInfo.InvariantCulture)}}}}"}}}""");
}
