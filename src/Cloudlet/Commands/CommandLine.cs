using System.CommandLine;
using System.Net;
using CloudletK8s.Cloudlet.Bench;

namespace CloudletK8s.Cloudlet.Commands;

/// <summary>The commands and their options, as `--help` prints them.</summary>
internal static class CommandLine
{
    /// <summary>The user asked for something that cannot be done.</summary>
    public const int Misuse = 2;

    public static RootCommand Build() => new("A Kubernetes control plane in one process.") 
    {
        Up(), Snapshot(), WhyCommand.Build(), ControllersCommand.Build(), BenchCommands(),
    };

    private static Command Up()
    {
        var defaults = new UpOptions();
        var data = Data();
        var port = new Option<int>("--port") { HelpName = "N", Description = "0 takes a free one", DefaultValueFactory = _ => defaults.Port };
        port.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var number) && number is < 0 or > 65535)
                result.AddError($"--port {number}: a port lies between 0 and 65535");
        });
        var host = new Option<IPAddress>("--host")
        {
            HelpName = "ADDRESS",
            Description = "the address to listen on; 0.0.0.0 for all",
            DefaultValueFactory = _ => defaults.Host,
            CustomParser = result =>
            {
                if (IPAddress.TryParse(result.Tokens[0].Value, out var address))
                    return address;

                result.AddError($"--host {result.Tokens[0].Value}: not an IP address");
                return null;
            },
        };
        var store = Store();
        var noNode = new Option<bool>("--no-node") { Description = "do not run pods on this machine" };

        var noControllers = new Option<bool>("--no-controllers") { Description = "the API server alone, without controllers and scheduler" };
        var schedulerConfig = new Option<string?>("--scheduler-config") { HelpName = "FILE", Description = "profiles and plugins, as kube-scheduler's --config takes them" };

        var command = new Command("up", "Start the control plane, and serve until it is told to end.") { data, port, host, store, noNode, noControllers, schedulerConfig };
        command.SetAction((result, cancellationToken) => UpCommand.Run(
            new UpOptions
            {
                Data = result.GetValue(data)!,
                Port = result.GetValue(port),
                Host = result.GetValue(host)!,
                Store = result.GetValue(store),
                NoNode = result.GetValue(noNode),
                NoControllers = result.GetValue(noControllers),
                SchedulerConfig = result.GetValue(schedulerConfig),
            },
            cancellationToken));
        return command;
    }

    private static Command Snapshot() => new("snapshot", "Save a cluster to a file, or restore one from it.")
    {
        SnapshotPart("save", "Save the cluster of a server, running or not.", SnapshotCommand.Save),
        SnapshotPart("restore", "Restore a cluster into an empty data directory.", SnapshotCommand.Restore),
    };

    private static Command SnapshotPart(
        string name, string description, Func<string, string, StoreKind, CancellationToken, Task<int>> run)
    {
        var file = new Argument<string>("FILE") { Description = "the snapshot" };
        var data = Data();
        var store = Store();
        var command = new Command(name, description) { file, data, store };
        command.SetAction((result, cancellationToken) =>
            run(result.GetRequiredValue(file), result.GetRequiredValue(data), result.GetValue(store), cancellationToken));
        return command;
    }

    private static Command BenchCommands()
    {
        var kubeconfig = new Option<string>("--kubeconfig") { HelpName = "FILE", Description = "the server to drive", Required = true };
        var scenario = new Option<string>("--scenario") { Description = "what to do", Required = true };
        scenario.AcceptOnlyFromAmong("create", "update", "patch", "get", "list", "watch");
        var clients = new Option<int>("--clients") { HelpName = "N", Description = "concurrent clients", DefaultValueFactory = _ => 1 };
        var seconds = new Option<double>("--seconds") { HelpName = "S", Description = "how long it is measured", DefaultValueFactory = _ => 10 };
        var warmUp = new Option<double>("--warm-up") { HelpName = "S", Description = "seconds before that", DefaultValueFactory = _ => 2 };
        var objects = new Option<int>("--objects") { HelpName = "N", Description = "pods that exist", DefaultValueFactory = _ => 1000 };
        var watchers = new Option<int>("--watchers") { HelpName = "N", Description = "watches that are open", DefaultValueFactory = _ => 100 };
        var serverPid = new Option<int?>("--server-pid") { HelpName = "PID", Description = "report this process's CPU time and memory too" };
        var api = new Command("api", "Drive a Kubernetes API server, and print one line of JSON.")
        {
            kubeconfig, scenario, clients, seconds, warmUp, objects, watchers, serverPid,
        };
        api.SetAction(async (result, cancellationToken) =>
        {
            using var bench = new ApiBench(new ApiBenchOptions
            {
                Kubeconfig = result.GetRequiredValue(kubeconfig),
                Scenario = result.GetRequiredValue(scenario),
                Clients = result.GetValue(clients),
                Seconds = result.GetValue(seconds),
                WarmUpSeconds = result.GetValue(warmUp),
                Objects = result.GetValue(objects),
                Watchers = result.GetValue(watchers),
                ServerPid = result.GetValue(serverPid),
            });
            return await bench.Run(Console.Out, cancellationToken);
        });
        return new Command("bench", "Measure.") { api, ControllersBenchCommand.Build(), SchedulerBenchCommand.Build() };
    }

    private static Option<string> Data() => new("--data")
    {
        HelpName = "DIR",
        Description = "where everything is kept",
        DefaultValueFactory = _ => new UpOptions().Data,
    };

    private static Option<StoreKind> Store() => new("--store")
    {
        HelpName = "sqlite|memory|azurite|azure",
        Description = "what keeps the cluster",
        DefaultValueFactory = _ => StoreKind.Sqlite,
        CustomParser = result =>
        {
            if (Enum.TryParse<StoreKind>(result.Tokens[0].Value, ignoreCase: true, out var kind) && !char.IsDigit(result.Tokens[0].Value[0]))
                return kind;

            result.AddError($"--store {result.Tokens[0].Value}: choose sqlite, memory, azurite or azure");
            return default;
        },
    };
}
