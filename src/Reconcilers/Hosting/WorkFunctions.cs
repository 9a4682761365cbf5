using CloudletK8s.Buses.Functions;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Work;
using CloudletK8s.Reconcilers.Dispatch;

namespace CloudletK8s.Reconcilers.Hosting;

/// <summary>The functions of the controllers' app: one for the bus, and timers that make up for whatever the bus has lost.</summary>
internal static class WorkFunctions
{
    public static IReadOnlyDictionary<string, Func<FunctionEnvelope, CancellationToken, ValueTask<bool>>> Of(WorkApp app)
    {
        var dispatcher = new ChangeDispatcher(app.Store, app.Marks, app.Host.Controllers, app.Bus);
        var work = app.Deliver(
            (key, cancellationToken) => key.Controller == WorkKeys.ChangesController
                ? dispatcher.Reconcile(key.Object, cancellationToken)
                : app.Host.Handle(key, cancellationToken),
            new Random());
        return new Dictionary<string, Func<FunctionEnvelope, CancellationToken, ValueTask<bool>>>
        {
            ["Work"] = work,
            ["WorkFromQueue"] = work,
            ["Sweep"] = (_, cancellationToken) => Done(dispatcher.Sweep(cancellationToken)),
            ["Resync"] = (_, cancellationToken) => Done(dispatcher.Resync(static _ => true, cancellationToken)),
            ["NodeMonitor"] = (_, cancellationToken) => Done(dispatcher.Resync(Named("node"), cancellationToken)),
            ["Cron"] = (_, cancellationToken) => Done(dispatcher.Resync(Named("cronjob"), cancellationToken)),
        };
    }

    private static Func<IController, bool> Named(string prefix) => controller => controller.Name.StartsWith(prefix, StringComparison.Ordinal);

    private static async ValueTask<bool> Done(Task work)
    {
        await work;
        return true;
    }
}
