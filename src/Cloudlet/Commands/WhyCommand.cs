using System.CommandLine;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Clients.Connections;
using CloudletK8s.ControllerRuntime.Clients.Http;
using CloudletK8s.SchedulerFn;
using CloudletK8s.SchedulerFn.Clusters;
using CloudletK8s.SchedulerFn.Placements;

namespace CloudletK8s.Cloudlet.Commands;

/// <summary>Says of each node why a pod cannot go there, or what it would score.</summary>
internal static class WhyCommand
{
    public static Command Build()
    {
        var pod = new Argument<string>("NAMESPACE/POD") { Description = "the pod; without a namespace, one in default" };
        var kubeconfig = new Option<string>("--kubeconfig")
        {
            HelpName = "FILE",
            Description = "the cluster; by default KUBECONFIG, or the one in ./.cloudlet",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("KUBECONFIG") is { Length: > 0 } set ? set : Path.Combine(new UpOptions().Data, "kubeconfig"),
        };
        var command = new Command("why", "Explain where a pod could run: for each node which plugin refuses it, or what it scores.") { pod, kubeconfig };
        command.SetAction((result, cancellationToken) =>
            Run(result.GetRequiredValue(pod), result.GetRequiredValue(kubeconfig), Console.Out, cancellationToken));
        return command;
    }

    private static async Task<int> Run(string name, string kubeconfig, TextWriter output, CancellationToken cancellationToken)
    {
        using var transport = Connect(kubeconfig);
        var client = new ApiClient(transport, "cloudlet-why");
        var asked = name.Split('/') switch
        {
            [var pod] => new ObjectName("default", pod),
            [var space, var pod] => new ObjectName(space, pod),
            _ => throw new CommandException($"'{name}' names no pod; write NAMESPACE/POD"),
        };
        if ((await client.Get<Pod>(asked, cancellationToken)).ValueOrNull is not { } found)
            throw new CommandException($"there is no pod {asked}");

        if (found.Spec?.NodeName is { Length: > 0 } node)
        {
            await output.WriteLineAsync($"{asked} runs on {node}");
            return 0;
        }

        var state = await ClusterReader.Read(client, cancellationToken);
        var info = state.Compiler.Compile(found);
        var engine = new Engine(state, new(), new Random());
        if (!engine.Serves(info.SchedulerName))
            throw new CommandException($"{asked} waits for the scheduler {info.SchedulerName}, which is not ours");

        await Write(engine.Explain(info), asked, output);
        return 0;
    }

    private static HttpTransport Connect(string kubeconfig)
    {
        try
        {
            return HttpTransport.Connect(Kubeconfig.Read(kubeconfig), TimeProvider.System);
        }
        catch (Exception ex) when (ex is IOException or FormatException or UnauthorizedAccessException)
        {
            throw new CommandException($"the kubeconfig {kubeconfig} cannot be read: {ex.Message}", ex);
        }
    }

    private static async Task Write(PlacementExplanation explanation, ObjectName pod, TextWriter output)
    {
        await output.WriteLineAsync(explanation.Placement switch
        {
            Placement.Placed placed => $"{pod} would go to {placed.Node}",
            Placement.Unschedulable { Diagnosis: var diagnosis } => $"{pod} can go nowhere: {diagnosis.Message}",
            _ => $"{pod}",
        });
        var width = explanation.Nodes.Select(node => node.Node.Length).Append(4).Max();
        foreach (var node in explanation.Nodes.OrderByDescending(node => node.RefusedBy is null).ThenByDescending(node => node.Total))
            await output.WriteLineAsync($"  {node.Node.PadRight(width)}  {Verdict(node)}");
    }

    private static string Verdict(NodeExplanation node) => node.RefusedBy is { } plugin
        ? $"refused by {plugin}: {string.Join(", ", node.Reasons)}"
        : $"{node.Total,5}  ({string.Join(", ", node.Scores.Select(score => $"{score.Plugin} {score.Score}x{score.Weight}"))})";
}
