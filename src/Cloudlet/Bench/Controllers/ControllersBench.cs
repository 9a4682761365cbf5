using System.Diagnostics;
using System.Globalization;
using CloudletK8s.Api.Apps.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Values;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Clients.Connections;
using CloudletK8s.ControllerRuntime.Clients.Http;
using CloudletK8s.ControllerRuntime.Clients.ListWatches;

namespace CloudletK8s.Cloudlet.Bench.Controllers;

/// <summary>
/// Deployments from apply to available, with nodes on paper, and what a cluster does when nothing changes any more. Drives any
/// Kubernetes API server whose controllers and scheduler run.
/// </summary>
internal sealed class ControllersBench(ControllersBenchOptions options)
{
    private const int Appliers = 32;

    private readonly string _namespace = $"bench-{Environment.ProcessId}";

    public async Task<int> Run(TextWriter output, CancellationToken cancellationToken)
    {
        using var transport = HttpTransport.Connect(ControllerRuntime.Clients.Connections.Kubeconfig.Read(options.Kubeconfig), TimeProvider.System);
        var client = new ApiClient(transport, "bench");
        var nodes = new PaperNodes(client, $"paper-{Environment.ProcessId}");
        var available = new AvailableDeployments(options.Replicas);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(options.LimitSeconds));
        await client.Create(new Namespace { Metadata = new() { Name = _namespace } }, WriteOptions.Default, limit.Token);
        await nodes.Create(options.Nodes, limit.Token);
        try
        {
            using var following = CancellationTokenSource.CreateLinkedTokenSource(limit.Token);
            Task[] background =
            [
                Follow<Pod>(client, nodes, following.Token), Follow<Deployment>(client, available, following.Token), nodes.Report(following.Token),
            ];
            var before = ServerUsage.Of(options.ServerPid);
            var revisions = await Revisions(transport, limit.Token);
            var started = Stopwatch.GetTimestamp();
            await Parallel.ForEachAsync(
                Enumerable.Range(0, options.Deployments),
                new ParallelOptions { MaxDegreeOfParallelism = Appliers, CancellationToken = limit.Token },
                async (i, token) => _ = (await client.Create(Deployment(i), WriteOptions.Default, token)).Required());
            var applied = Stopwatch.GetElapsedTime(started);
            await available.Until(options.Deployments).WaitAsync(limit.Token);
            var ready = Stopwatch.GetElapsedTime(started);
            var used = ServerUsage.Of(options.ServerPid) - before;
            var written = await Revisions(transport, limit.Token) - revisions;

            // What is still being told of the last pods is not the steady state yet.
            await Task.Delay(TimeSpan.FromSeconds(options.QuietSeconds), limit.Token);
            var quietBefore = (Usage: ServerUsage.Of(options.ServerPid), Revisions: await Revisions(transport, limit.Token));
            await Task.Delay(TimeSpan.FromSeconds(options.QuietSeconds), limit.Token);
            var quiet = ServerUsage.Of(options.ServerPid) - quietBefore.Usage;
            var quietWrites = await Revisions(transport, limit.Token) - quietBefore.Revisions;
            await following.CancelAsync();
            await Task.WhenAll(background).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

            var pods = options.Deployments * options.Replicas;
            var line = new JsonLine()
                .Number("deployments", options.Deployments)
                .Number("replicas", options.Replicas)
                .Number("appliedSeconds", applied.TotalSeconds, 2)
                .Number("availableSeconds", ready.TotalSeconds, 2)
                .Number("podsPerSecond", pods / ready.TotalSeconds)
                .Number("writesPerPod", (double)written / pods, 2)
                .Number("quietSeconds", options.QuietSeconds)
                .Number("quietWrites", quietWrites);
            if (options.ServerPid is not null)
            {
                line.Number("serverCpuMillisecondsPerPod", used.Processor.TotalMilliseconds / pods, 3)
                    .Number("serverResidentMegabytes", used.ResidentBytes / 1e6)
                    .Number("quietCpuPercent", 100 * quiet.Processor.TotalSeconds / options.QuietSeconds, 2);
            }

            await output.WriteLineAsync(line.ToString());
            return 0;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new Commands.CommandException($"only {available.Count} of {options.Deployments} deployments were available after {options.LimitSeconds} s; {nodes.Bound} pods were bound");
        }
        finally
        {
            await client.Delete<Namespace>(ObjectName.OfCluster(_namespace), new(), CancellationToken.None);
            await nodes.Delete(options.Nodes, CancellationToken.None);
        }
    }

    private Task Follow<T>(IApiClient client, IListWatchSink<T> sink, CancellationToken cancellationToken) where T : class, IApiObject =>
        new ListWatch<T>(client, sink, new() { Namespace = _namespace }, TimeProvider.System, new Random()).Run(cancellationToken);

    /// <summary>Revisions count writes, resource by resource.</summary>
    private static async Task<long> Revisions(HttpTransport transport, CancellationToken cancellationToken)
    {
        var revisions = new ControllerRuntime.Caches.ListedRevisions(transport);
        long sum = 0;
        foreach (var kind in (KindInfo[])[BuiltInKinds.Of<Pod>(), BuiltInKinds.Of<ReplicaSet>(), BuiltInKinds.Of<Deployment>(), BuiltInKinds.Of<Event>()])
            sum += await revisions.Newest(kind, cancellationToken);
        return sum;
    }

    private Deployment Deployment(int index)
    {
        var labels = new Dictionary<string, string> { ["app"] = "bench-" + index.ToString(CultureInfo.InvariantCulture) };
        return new()
        {
            Metadata = new() { Name = labels["app"], Namespace = _namespace },
            Spec = new()
            {
                Replicas = options.Replicas,
                Selector = new() { MatchLabels = labels },
                Template = new()
                {
                    Metadata = new() { Labels = labels },
                    Spec = new()
                    {
                        Containers =
                        [
                            new()
                            {
                                Name = "c",
                                Image = "registry.example/app:1",
                                Resources = new() { Requests = new Dictionary<string, Quantity> { ["cpu"] = Quantity.Parse("10m"), ["memory"] = Quantity.Parse("16Mi") } },
                            },
                        ],
                    },
                },
            },
        };
    }

    private sealed class AvailableDeployments(int replicas) : IListWatchSink<Deployment>
    {
        private readonly Lock _gate = new();
        private readonly HashSet<string> _available = [];
        private (int Count, TaskCompletionSource Reached)? _waiting;

        public int Count
        {
            get
            {
                lock (_gate)
                    return _available.Count;
            }
        }

        public Task Until(int count)
        {
            lock (_gate)
            {
                var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                if (_available.Count >= count)
                    return Task.CompletedTask;

                _waiting = (count, reached);
                return reached.Task;
            }
        }

        public void Added(Deployment obj) => Note(obj);

        public void Modified(Deployment previous, Deployment current) => Note(current);

        public void Deleted(Deployment last)
        {
        }

        public void Synced(string resourceVersion)
        {
        }

        private void Note(Deployment deployment)
        {
            lock (_gate)
            {
                if (deployment.Status?.AvailableReplicas != replicas || !_available.Add(deployment.Metadata!.Name!))
                    return;
                if (_waiting is { } waiting && _available.Count >= waiting.Count)
                    waiting.Reached.TrySetResult();
            }
        }
    }
}
