using CloudletK8s.Buses.Functions;
using CloudletK8s.Buses.Settings;
using CloudletK8s.SchedulerFn.Sessions;

return await WorkApp.Run(
    Environment.GetEnvironmentVariable,
    BusSettings.SchedulingQueue,
    services => [new SchedulerController(services, new())],
    app => new Dictionary<string, Func<FunctionEnvelope, CancellationToken, ValueTask<bool>>>
    {
        ["Schedule"] = app.Deliver(app.Host.Handle, new Random()),
        ["ScheduleFromQueue"] = app.Deliver(app.Host.Handle, new Random()),
    },
    TimeProvider.System,
    () => new Random());
