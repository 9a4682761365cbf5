using CloudletK8s.Api.Core.V1;

namespace CloudletK8s.Reconcilers.Autoscaling;

internal static class PodRequests
{
    /// <summary>What each pod asks for of a resource, in thousandths.</summary>
    /// <param name="container">Null: all containers that run all the time.</param>
    /// <param name="error">A share of nothing cannot be told.</param>
    public static Dictionary<string, long>? Of(IReadOnlyList<Pod> pods, string resource, string? container, out string? error)
    {
        var requests = new Dictionary<string, long>(pods.Count, StringComparer.Ordinal);
        foreach (var pod in pods)
        {
            if (Of(pod, resource, container, out error) is not { } request)
                return null;
            requests[pod.Metadata!.Name!] = request;
        }

        error = null;
        return requests;
    }

    private static long? Of(Pod pod, string resource, string? container, out string? error)
    {
        error = null;
        var sum = 0L;
        var found = false;
        foreach (var one in Lasting(pod).Where(one => container is null || one.Name == container))
        {
            found = true;
            if (one.Resources?.Requests?.TryGetValue(resource, out var request) != true)
            {
                error = $"missing request for {resource} in container {one.Name} of Pod {pod.Metadata!.Name}";
                return null;
            }

            sum += request.MilliValue();
        }

        if (!found && container is not null)
            error = $"container {container} not found in Pod {pod.Metadata!.Name}";
        return error is null ? sum : null;
    }

    private static IEnumerable<Container> Lasting(Pod pod) =>
        (pod.Spec?.Containers ?? []).Concat((pod.Spec?.InitContainers ?? []).Where(one => one.RestartPolicy == "Always"));
}
