using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Errors;

namespace CloudletK8s.ApiServer.Subresources;

/// <summary>Which container of a pod a log or a command is for.</summary>
internal static class ContainerChoice
{
    public static string Of(TreeObject pod, string wanted)
    {
        var name = pod.Object("metadata")?.Text("name");
        var containers = Names(pod, "containers");
        var init = Names(pod, "initContainers");
        var ephemeral = Names(pod, "ephemeralContainers");
        if (wanted.Length > 0)
        {
            return containers.Contains(wanted) || init.Contains(wanted) || ephemeral.Contains(wanted)
                ? wanted
                : throw ApiErrors.BadRequest($"container {wanted} is not valid for pod {name}");
        }

        if (containers.Count == 1)
            return containers[0];

        var message = $"a container name must be specified for pod {name}";
        if (containers.Count > 1)
            message += $", choose one of: [{string.Join(' ', containers)}]";
        if (init.Count > 0)
            message += $" or one of the init containers: [{string.Join(' ', init)}]";
        if (ephemeral.Count > 0)
            message += $" or one of the ephemeral containers: [{string.Join(' ', ephemeral)}]";
        throw ApiErrors.BadRequest(message);
    }

    private static List<string> Names(TreeObject pod, string member) =>
        [.. (pod.Object("spec")?.List(member)?.Objects() ?? []).Select(container => container.Text("name") ?? "")];
}
