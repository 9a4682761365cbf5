using CloudletK8s.Buses.Functions;
using CloudletK8s.Buses.Settings;
using CloudletK8s.Reconcilers;
using CloudletK8s.Reconcilers.Hosting;

return await WorkApp.Run(
    Environment.GetEnvironmentVariable, BusSettings.WorkQueue, BuiltInControllers.Over, WorkFunctions.Of, TimeProvider.System, () => new Random());
