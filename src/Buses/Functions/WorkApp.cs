using System.Net;
using CloudletK8s.ApiServer;
using CloudletK8s.ApiServer.Hosting;
using CloudletK8s.ApiServer.InProcess;
using CloudletK8s.Buses.Delivery;
using CloudletK8s.Buses.Notifications;
using CloudletK8s.Buses.Settings;
using CloudletK8s.Buses.StorageQueues;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Work;
using CloudletK8s.Store;
using CloudletK8s.Store.AzureTables;
using CloudletK8s.Store.Tables;
using Microsoft.Extensions.Logging;

namespace CloudletK8s.Buses.Functions;

using Triggers = IReadOnlyDictionary<string, Func<FunctionEnvelope, CancellationToken, ValueTask<bool>>>;

/// <summary>
/// A function app whose functions are called for messages and timers: controllers over the tables, put together. The Functions
/// host calls it over HTTP on the loopback, one request each, and ends it with kill -9.
/// </summary>
public sealed class WorkApp
{
    private readonly BusSettings _busSettings;
    private readonly string _cluster;
    private readonly TimeProvider _time;

    private WorkApp(ITableStore tables, IClusterStore store, ControllerHost host, IMessageBus bus, BusSettings busSettings, string cluster, TimeProvider time)
    {
        _busSettings = busSettings;
        _cluster = cluster;
        _time = time;
        Tables = tables;
        Store = store;
        Host = host;
        Bus = bus;
        Marks = new PublishedMarks(tables, cluster);
    }

    public ITableStore Tables { get; }

    public IClusterStore Store { get; }

    public ControllerHost Host { get; }

    /// <summary>The queue that this app works on.</summary>
    public IMessageBus Bus { get; }

    public PublishedMarks Marks { get; }

    /// <summary>Runs until the process is killed. It must not end with 0, which the host takes for a handler that is still there.</summary>
    /// <param name="queue">The queue that the app works on.</param>
    /// <param name="functions">The app's functions, by name.</param>
    public static async Task<int> Run(
        Func<string, string?> setting,
        string queue,
        Func<ControllerServices, IReadOnlyList<IController>> controllers,
        Func<WorkApp, Triggers> functions,
        TimeProvider time,
        Func<Random> random)
    {
        try
        {
            var (port, tableSettings, busSettings) = (HandlerPort.Read(setting), AzureTableSettings.Read(setting), BusSettings.Read(setting));
            using var loggers = new LineLoggerFactory(Console.Error, LogLevel.Warning, time);
            await using var tables = tableSettings.Open();

            // Nobody watches between two messages: each one looks at the log itself.
            var storeOptions = new ClusterStoreOptions { Cluster = tableSettings.Cluster, PollInterval = Timeout.InfiniteTimeSpan };
            await using var store = ClusterStore.Open(tables, storeOptions, time);
            await using var notifier = new ChangeNotifier(store, busSettings.Listeners(time), loggers.CreateLogger<ChangeNotifier>());
            await using var api = ApiServerHost.Create(store, new ApiServerOptions(), time, loggers);
            await using var host = ControllerHost.Create(api, store, new(), controllers, time, random, loggers, isShortLived: true);
            host.Follow();

            var app = new WorkApp(tables, store, host, busSettings.Open(queue, time), busSettings, tableSettings.Cluster, time);
            var triggers = new FunctionTriggers(functions(app), loggers.CreateLogger<FunctionTriggers>());
            await using var listener = await WebListener.Start(
                new ListenerOptions(new IPEndPoint(IPAddress.Loopback, port)), triggers.Handle, loggers, CancellationToken.None);
            await Task.Delay(Timeout.Infinite);
        }
        catch (Exception ex) when (ex is FormatException or IOException)
        {
            await Console.Error.WriteLineAsync($"error: {ex.Message}");
        }

        return 1;
    }

    /// <summary>The function for a message of the queue, whichever bus it came by.</summary>
    public Func<FunctionEnvelope, CancellationToken, ValueTask<bool>> Deliver(WorkHandler handler, Random random)
    {
        var delivery = new WorkDelivery(Bus, handler, new DeliveryOptions(), random);
        Func<WorkMessage, CancellationToken, ValueTask<bool>> deliver = _busSettings.NeedsLocks
            ? new LockedDelivery(Bus, delivery, new KeyLocks(Tables, _cluster, _time)).Deliver
            : delivery.Deliver;
        return (envelope, cancellationToken) => deliver(WorkMessage.Decode(envelope.Message("work")), cancellationToken);
    }
}
