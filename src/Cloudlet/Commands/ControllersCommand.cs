using System.CommandLine;
using CloudletK8s.ApiServer;
using CloudletK8s.ApiServer.InProcess;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.Reconcilers;
using CloudletK8s.SchedulerFn.Sessions;
using CloudletK8s.Store;
using CloudletK8s.Store.Memory;
using Microsoft.Extensions.Logging.Abstractions;

namespace CloudletK8s.Cloudlet.Commands;

/// <summary>Prints which controllers there are: what wakes each, what it reads besides, and what it writes.</summary>
internal static class ControllersCommand
{
    public static Command Build()
    {
        var command = new Command("controllers", "Print the table of controllers.");
        command.SetAction(async (_, _) =>
        {
            await Write(Console.Out);
            return 0;
        });
        return command;
    }

    /// <summary>The controllers say it themselves, put together over an empty cluster.</summary>
    public static async Task<IReadOnlyList<ControllerSources>> Sources()
    {
        await using var tables = new MemoryTableStore();
        await using var store = ClusterStore.Open(tables, new(), TimeProvider.System);
        await using var api = ApiServerHost.Create(store, new(), TimeProvider.System, NullLoggerFactory.Instance);
        await using var host = ControllerHost.Create(
            api, store, new(), services => [.. BuiltInControllers.Over(services), new SchedulerController(services, new())],
            TimeProvider.System, () => new Random(), NullLoggerFactory.Instance);
        return [.. host.Controllers.All.Select(controller => controller.Sources)];
    }

    private static async Task Write(TextWriter output)
    {
        List<string[]> rows = [["CONTROLLER", "WOKEN BY", "READS", "WRITES"]];
        foreach (var sources in await Sources())
        {
            var alsoRead = sources.Read.Select(cache => cache.Kind.GroupResource).Except(sources.WokenBy);
            rows.Add([sources.Controller, string.Join(",", sources.WokenBy), string.Join(",", alsoRead), string.Join(",", sources.Writes)]);
        }

        var widths = Enumerable.Range(0, rows[0].Length - 1).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
            await output.WriteLineAsync(string.Join("   ", row.Select((cell, column) => column < widths.Length ? cell.PadRight(widths[column]) : cell)).TrimEnd());
    }
}
