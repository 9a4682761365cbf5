using System.Net;
using System.Net.Sockets;
using CloudletK8s.ApiServer;
using CloudletK8s.ApiServer.Hosting;
using CloudletK8s.Cloudlet.Certificates;
using CloudletK8s.Cloudlet.Commands;
using CloudletK8s.Cloudlet.Data;
using CloudletK8s.Cloudlet.Stores;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Election;
using CloudletK8s.ControllerRuntime.Work.InProcess;
using CloudletK8s.Reconcilers;
using CloudletK8s.ApiServer.InProcess;
using CloudletK8s.SchedulerFn.Sessions;
using CloudletK8s.Store;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging;

namespace CloudletK8s.Cloudlet.Hosting;

/// <summary>The whole control plane in this process, on one data directory.</summary>
internal sealed class EmbeddedHost : IAsyncDisposable
{
    private readonly DataDirectory _data;
    private readonly OpenedStore _tables;
    private readonly ClusterStore _store;
    private readonly ApiServerHost _api;
    private readonly WebListener _listener;
    private readonly ControllerHost _controllers;
    private readonly CancellationTokenSource _stopping;

    private EmbeddedHost(
        DataDirectory data, OpenedStore tables, ClusterStore store, ApiServerHost api, WebListener listener, ControllerHost controllers, CancellationTokenSource stopping, Uri url)
    {
        _data = data;
        _tables = tables;
        _store = store;
        _api = api;
        _listener = listener;
        _controllers = controllers;
        _stopping = stopping;
        Url = url;
    }

    public Uri Url { get; }

    public string Kubeconfig => _data.Kubeconfig;

    /// <exception cref="CommandException">What the options ask for cannot be had.</exception>
    public static async Task<EmbeddedHost> Start(
        UpOptions options, ILoggerFactory loggers, TimeProvider time, CancellationToken cancellationToken)
    {
        var undo = new Stack<IAsyncDisposable>();
        var scheduling = SchedulerFile.Read(options.SchedulerConfig);
        var data = DataDirectory.Open(options.Data);
        try
        {
            // Both take their time, and neither needs the other.
            var opening = OpenedStore.Open(options.Store, data, cancellationToken);
            var pki = ClusterPki.Open(data.Pki, [options.Host], time);
            var token = AdminToken.Open(data.AdminToken);
            var tables = await opening;
            undo.Push(tables);
            var store = ClusterStore.Open(tables.Tables, StoreOptions(tables.Cluster, loggers), time);
            undo.Push(store);
            await store.RequireComplete(cancellationToken);

            var settings = new ApiServerOptions
            {
                AdminToken = token,
                ServiceAccountKeyFile = pki.ServiceAccountKeyFile,
                RequireServiceAccount = !options.NoControllers,
                ProtectStorageInUse = !options.NoControllers,
            };
            var api = ApiServerHost.Create(store, settings, time, loggers);
            undo.Push(api);
            var stopping = new CancellationTokenSource();
            var listener = await Listen(options, pki, EndingWatches.On(api.Handler.Handle, stopping.Token), loggers, cancellationToken);
            undo.Push(listener);
            var url = UrlOf(options.Host, listener.Port);
            await api.Prepare(url, stopping.Token);
            PrivateFile.Keep(data.Kubeconfig, Certificates.Kubeconfig.Write(url, pki, token));
            var identity = new ClusterIdentity { RootCertificates = pki.AuthorityPem, Authority = pki.OpenAuthority, Tokens = new HostTokens(api.Tokens) };
            var controllers = ControllerHost.Create(
                api, store, identity, services => [.. BuiltInControllers.Over(services), new SchedulerController(services, scheduling)], time, () => new Random(), loggers);
            if (!options.NoControllers)
                controllers.RunInProcess(new InProcessBusOptions(), tables.Tables.IsExclusive ? null : Election(controllers, time, loggers));
            return new EmbeddedHost(data, tables, store, api, listener, controllers, stopping, url);
        }
        catch
        {
            while (undo.TryPop(out var started))
                await started.DisposeAsync();

            data.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _listener.DisposeAsync();
        await _controllers.DisposeAsync();
        await _api.DisposeAsync();
        await _store.DisposeAsync();
        await _tables.DisposeAsync();
        _stopping.Dispose();
        _data.Dispose();
    }

    /// <summary>Several servers may share the tables; one of them runs the controllers.</summary>
    private static LeaseElection Election(ControllerHost controllers, TimeProvider time, ILoggerFactory loggers)
    {
        var identity = $"{Environment.MachineName}_{Guid.NewGuid()}";
        return new(controllers.Client, new() { Name = "kube-controller-manager", Identity = identity }, time, loggers.CreateLogger<LeaseElection>());
    }

    private static ClusterStoreOptions StoreOptions(string cluster, ILoggerFactory loggers)
    {
        var logger = loggers.CreateLogger(nameof(ClusterStore));
        return new ClusterStoreOptions
        {
            Cluster = cluster,
            BackgroundFailure = (resource, failure) => logger.LogWarning(failure, "{Resource}: work in the background failed", resource),
        };
    }

    private static async Task<WebListener> Listen(
        UpOptions options, ClusterPki pki, RequestDelegate handle, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var endPoint = new IPEndPoint(options.Host, options.Port);
        var tls = new HttpsConnectionAdapterOptions
        {
            ServerCertificate = pki.Server,
            ServerCertificateChain = [pki.Authority],
            ClientCertificateMode = ClientCertificateMode.AllowCertificate,
            ClientCertificateValidation = new ClientTrust(pki.Authority).Accepts,
        };
        try
        {
            return await WebListener.Start(new ListenerOptions(endPoint) { Tls = tls }, handle, loggers, cancellationToken);
        }
        catch (IOException ex)
        {
            throw new CommandException(
                $"port {options.Port} on {options.Host} is in use; choose another with --port, or 0 for a free one", ex);
        }
        catch (SocketException ex)
        {
            throw new CommandException($"cannot listen on {endPoint}: {ex.Message}", ex);
        }
    }

    /// <summary>An address that a client on this machine can call.</summary>
    private static Uri UrlOf(IPAddress host, int port)
    {
        var reachable = host.Equals(IPAddress.Any) ? IPAddress.Loopback : host.Equals(IPAddress.IPv6Any) ? IPAddress.IPv6Loopback : host;
        return new UriBuilder(Uri.UriSchemeHttps, reachable.ToString(), port).Uri;
    }
}
