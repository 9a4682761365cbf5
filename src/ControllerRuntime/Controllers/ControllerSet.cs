using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Work;
using Microsoft.Extensions.Logging;

namespace CloudletK8s.ControllerRuntime.Controllers;

/// <summary>The controllers of a process, and the one place where a work key meets its controller.</summary>
public sealed partial class ControllerSet(IReadOnlyList<IController> controllers, ObjectCaches caches, ILogger<ControllerSet> logger)
{
    private readonly Dictionary<string, IController> _byName = controllers.ToDictionary(controller => controller.Name);

    public IReadOnlyList<IController> All => controllers;

    public ObjectCaches Caches => caches;

    /// <summary>Every key of a controller that the caches could mean.</summary>
    public IReadOnlyList<WorkKey> Everything(string controller) =>
        _byName.TryGetValue(controller, out var known) ? known.Sources.AllKeys() : [];

    /// <summary>The <see cref="WorkHandler"/> of this process.</summary>
    public async ValueTask<ReconcileResult> Handle(WorkKey key, CancellationToken cancellationToken)
    {
        if (!_byName.TryGetValue(key.Controller, out var controller))
        {
            // A key of a controller that a newer version no longer has.
            LogUnknown(key.Controller);
            return ReconcileResult.Done.Instance;
        }

        try
        {
            var result = await controller.Reconcile(key.Object, cancellationToken);
            if (result is ReconcileResult.Failed failed)
                LogRefused(key.Controller, key.Object.ToString(), failed.Error);
            return result;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception failure)
        {
            LogFailed(failure, key.Controller, key.Object.ToString());
            return new ReconcileResult.Failed(failure.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Controller}: there is no such controller")]
    private partial void LogUnknown(string controller);

    [LoggerMessage(LogLevel.Information, "{Controller} {Object}: will be tried again: {Reason}")]
    private partial void LogRefused(string controller, string @object, string reason);

    [LoggerMessage(LogLevel.Warning, "{Controller} {Object} failed and will be tried again")]
    private partial void LogFailed(Exception failure, string controller, string @object);
}
