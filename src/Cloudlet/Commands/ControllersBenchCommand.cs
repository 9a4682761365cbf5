using System.CommandLine;
using CloudletK8s.Cloudlet.Bench.Controllers;

namespace CloudletK8s.Cloudlet.Commands;

/// <summary><c>bench controllers</c>: deployments from apply to available, and the quiet afterwards.</summary>
internal static class ControllersBenchCommand
{
    public static Command Build()
    {
        var defaults = new ControllersBenchOptions { Kubeconfig = "" };
        var kubeconfig = new Option<string>("--kubeconfig") { HelpName = "FILE", Description = "the server to drive", Required = true };
        var deployments = new Option<int>("--deployments") { HelpName = "N", Description = "deployments", DefaultValueFactory = _ => defaults.Deployments };
        var replicas = new Option<int>("--replicas") { HelpName = "N", Description = "pods of each", DefaultValueFactory = _ => defaults.Replicas };
        var nodes = new Option<int>("--nodes") { HelpName = "N", Description = "nodes on paper", DefaultValueFactory = _ => defaults.Nodes };
        var quiet = new Option<double>("--quiet") { HelpName = "S", Description = "how long the steady state is watched", DefaultValueFactory = _ => defaults.QuietSeconds };
        var serverPid = new Option<int?>("--server-pid") { HelpName = "PID", Description = "report this process's CPU time and memory too" };
        var command = new Command("controllers", "Roll deployments out on nodes of paper, and print one line of JSON.") { kubeconfig, deployments, replicas, nodes, quiet, serverPid };
        command.SetAction((result, cancellationToken) => new ControllersBench(new()
        {
            Kubeconfig = result.GetRequiredValue(kubeconfig),
            Deployments = result.GetValue(deployments),
            Replicas = result.GetValue(replicas),
            Nodes = result.GetValue(nodes),
            QuietSeconds = result.GetValue(quiet),
            ServerPid = result.GetValue(serverPid),
        }).Run(Console.Out, cancellationToken));
        return command;
    }
}
