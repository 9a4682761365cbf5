using System.CommandLine;
using CloudletK8s.SchedulerFn.Bench;

namespace CloudletK8s.Cloudlet.Commands;

/// <summary><c>bench scheduler</c>: how many pods a second are placed.</summary>
internal static class SchedulerBenchCommand
{
    public static Command Build()
    {
        var defaults = new SchedulerBenchOptions();
        var nodes = new Option<int>("--nodes") { HelpName = "N", Description = "nodes of the cluster", DefaultValueFactory = _ => defaults.Nodes };
        var pods = new Option<int>("--pods") { HelpName = "N", Description = "pods to place", DefaultValueFactory = _ => defaults.Pods };
        var existing = new Option<int?>("--existing") { HelpName = "N", Description = "pods that are there before; by default what the workload needs" };
        var seed = new Option<int>("--seed") { HelpName = "N", Description = "for choices among equally good nodes", DefaultValueFactory = _ => defaults.Seed };
        var workload = new Option<string>("--workload") { Description = "what the pods ask for", DefaultValueFactory = _ => defaults.Workload };
        workload.AcceptOnlyFromAmong([.. SchedulerBench.Workloads]);
        var inMemory = new Option<bool>("--in-memory") { Description = "the algorithm alone, without a server", Required = true };
        var command = new Command("scheduler", "Place pods on a cluster, and print one line of JSON.") { nodes, pods, existing, workload, seed, inMemory };
        command.SetAction((result, cancellationToken) =>
        {
            var bench = new SchedulerBench(new()
            {
                Nodes = result.GetValue(nodes),
                Pods = result.GetValue(pods),
                Existing = result.GetValue(existing),
                Workload = result.GetRequiredValue(workload),
                Seed = result.GetValue(seed),
            });
            Console.WriteLine(bench.Run(cancellationToken).ToJson());
            return Task.FromResult(0);
        });
        return command;
    }
}
