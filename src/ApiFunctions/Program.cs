using System.Net;
using CloudletK8s.ApiFunctions;
using CloudletK8s.ApiServer;
using CloudletK8s.ApiServer.Hosting;
using CloudletK8s.Buses.Notifications;
using CloudletK8s.Store;
using Microsoft.Extensions.Logging;

// The Functions host calls this process over HTTP on the loopback and ends it with kill -9; nothing is left to do on the way out.
// It must not end with 0, which the host takes for a handler that is still there.
try
{
    var settings = HandlerSettings.Read(Environment.GetEnvironmentVariable);
    using var loggers = new LineLoggerFactory(Console.Error, LogLevel.Warning, TimeProvider.System);
    await using var tables = settings.Tables.Open();
    await using var store = ClusterStore.Open(tables, new ClusterStoreOptions { Cluster = settings.Tables.Cluster }, TimeProvider.System);
    await using var notifier = settings.Bus.IsNone
        ? null
        : new ChangeNotifier(store, settings.Bus.Listeners(TimeProvider.System), loggers.CreateLogger<ChangeNotifier>());
    var options = new ApiServerOptions { AdminToken = settings.AdminToken, LongestWatch = settings.LongestWatch };
    await using var api = ApiServerHost.Create(store, options, TimeProvider.System, loggers);
    var listen = new ListenerOptions(new IPEndPoint(IPAddress.Loopback, settings.Port));
    await using var listener = await WebListener.Start(listen, api.Handler.Handle, loggers, CancellationToken.None);
    await api.Prepare(advertised: null, CancellationToken.None);
    await Task.Delay(Timeout.Infinite);
}
catch (Exception ex) when (ex is FormatException or IOException)
{
    await Console.Error.WriteLineAsync($"error: {ex.Message}");
}

return 1;
