using System.CommandLine;
using CloudletK8s.Cloudlet.Bench;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Clients.Http;
using CloudletK8s.SchedulerFn.Bench;
using ClusterFile = CloudletK8s.ControllerRuntime.Clients.Connections.Kubeconfig;

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
        var inMemory = new Option<bool>("--in-memory") { Description = "the algorithm alone, without a server" };
        var kubeconfig = new Option<string>("--kubeconfig") { HelpName = "FILE", Description = "end to end, against this empty cluster" };
        var serverPid = new Option<int?>("--server-pid") { HelpName = "PID", Description = "report this process's CPU time too" };
        var command = new Command("scheduler", "Place pods on a cluster, and print one line of JSON.") { nodes, pods, existing, workload, seed, inMemory, kubeconfig, serverPid };
        command.Validators.Add(result =>
        {
            if (result.GetValue(inMemory) == result.GetValue(kubeconfig) is { Length: > 0 })
                result.AddError("choose either --in-memory or --kubeconfig FILE");
        });
        command.SetAction(async (result, cancellationToken) =>
        {
            var options = new SchedulerBenchOptions
            {
                Nodes = result.GetValue(nodes),
                Pods = result.GetValue(pods),
                Existing = result.GetValue(existing),
                Workload = result.GetRequiredValue(workload),
                Seed = result.GetValue(seed),
            };
            if (result.GetValue(kubeconfig) is not { } cluster)
            {
                await Console.Out.WriteLineAsync(new SchedulerBench(options).Run(cancellationToken).ToJson());
                return 0;
            }

            var pid = result.GetValue(serverPid);
            using var transport = HttpTransport.Connect(ClusterFile.Read(cluster), TimeProvider.System);
            var bench = new ClusterBench(new ApiClient(transport, "bench"), options);
            await Console.Out.WriteLineAsync((await bench.Run(() => ServerUsage.Of(pid).Processor.TotalSeconds, cancellationToken)).ToJson());
            return 0;
        });
        return command;
    }
}
