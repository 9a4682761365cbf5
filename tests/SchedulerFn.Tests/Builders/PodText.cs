using CloudletK8s.Api.Core.V1;

namespace CloudletK8s.SchedulerFn.Tests.Builders;

/// <summary>
/// Pods in a line: <c>web @a prio=5 cpu=1 app=web anti:host:app=web</c>. A word with a colon is a rule, one with an equals sign an amount
/// or a label; the words are listed in <see cref="Apply"/> and <see cref="PodRules"/>.
/// </summary>
internal static class PodText
{
    public static IReadOnlyList<Pod> Read(string text) => [.. Words.Objects(text).Select(One)];

    public static Pod One(string text)
    {
        var words = Words.Split(text).ToArray();
        var pod = new Pod
        {
            Metadata = new() { Name = words[0], Namespace = "default", Uid = $"uid-{words[0]}" },
            Spec = new() { Containers = [new() { Name = "main" }] },
            Status = new(),
        };
        return words.Skip(1).Aggregate(pod, Apply);
    }

    public static Pod With(this Pod pod, Func<PodSpec, PodSpec> change) => pod with { Spec = change(pod.Spec!) };

    private static Pod Apply(Pod pod, string word)
    {
        if (word[0] == '@')
            return pod.With(spec => spec with { NodeName = word[1..] });

        var colon = word.IndexOf(':');
        var sign = word.IndexOf('=');
        if (colon > 0 && (sign < 0 || colon < sign))
            return PodRules.Apply(pod, Words.Cut(word, ':'));

        var (name, value) = Words.Cut(word, '=');
        return name switch
        {
            "never" => pod.With(spec => spec with { PreemptionPolicy = "Never" }),
            "leaving" => pod with { Metadata = pod.Metadata! with { DeletionTimestamp = DateTimeOffset.UnixEpoch } },
            "preempted" => pod with
            {
                Metadata = pod.Metadata! with { DeletionTimestamp = DateTimeOffset.UnixEpoch },
                Status = pod.Status! with { Conditions = [new() { Type = "DisruptionTarget", Status = "True", Reason = "PreemptionByScheduler" }] },
            },
            "ns" => pod with { Metadata = pod.Metadata! with { Namespace = value } },
            "prio" => pod.With(spec => spec with { Priority = int.Parse(value) }),
            "start" => pod with { Status = pod.Status! with { StartTime = DateTimeOffset.UnixEpoch.AddSeconds(int.Parse(value)) } },
            "nominated" => pod with { Status = pod.Status! with { NominatedNodeName = value } },
            "scheduler" => pod.With(spec => spec with { SchedulerName = value }),
            "phase" => pod with { Status = pod.Status! with { Phase = value } },
            "pin" => Annotate(pod, "cloudlet.dev/pin-to-site", value),
            "near" => Annotate(pod, "cloudlet.dev/data-locality", value),
            "gate" => pod.With(spec => spec with { SchedulingGates = [.. spec.SchedulingGates ?? [], new() { Name = value }] }),
            "image" => First(pod, container => container with { Image = value }),
            "port" => First(pod, container => container with { Ports = [.. container.Ports ?? [], Port(value)] }),
            "pvc" => Volume(pod, new() { Name = $"v{pod.Spec!.Volumes?.Count ?? 0}", PersistentVolumeClaim = new() { ClaimName = value } }),
            "ephemeral" => Volume(pod, new() { Name = value, Ephemeral = new() }),
            "gce" => Volume(pod, new() { Name = value, GcePersistentDisk = new() { PdName = value.Split('/')[0], ReadOnly = value.EndsWith("/ro", StringComparison.Ordinal) } }),
            "ebs" => Volume(pod, new() { Name = value, AwsElasticBlockStore = new() { VolumeID = value.Split('/')[0], ReadOnly = value.EndsWith("/ro", StringComparison.Ordinal) } }),
            "iscsi" => Volume(pod, new() { Name = value, Iscsi = new() { Iqn = value.Split('/')[0], ReadOnly = value.EndsWith("/ro", StringComparison.Ordinal) } }),
            "rbd" => Volume(pod, new() { Name = value, Rbd = new() { Monitors = value.Split('/')[1].Split('+'), Pool = "rbd", Image = value.Split('/')[0], ReadOnly = value.EndsWith("/ro", StringComparison.Ordinal) } }),
            "owner" => pod with { Metadata = pod.Metadata! with { OwnerReferences = [Owner(value)] } },
            _ when Words.IsResource(name) => First(pod, container => Asking(container, name, value)),
            _ => pod with { Metadata = pod.Metadata! with { Labels = pod.Metadata.Labels.With(name, value) } },
        };
    }

    internal static Container Asking(Container container, string resource, string amount)
    {
        var resources = container.Resources ?? new();
        return container with { Resources = resources with { Requests = resources.Requests.With(resource, amount) } };
    }

    private static Pod First(Pod pod, Func<Container, Container> change) =>
        pod.With(spec => spec with { Containers = [change(spec.Containers![0]), .. spec.Containers.Skip(1)] });

    private static Pod Annotate(Pod pod, string name, string value) =>
        pod with { Metadata = pod.Metadata! with { Annotations = pod.Metadata.Annotations.With(name, value) } };

    private static Pod Volume(Pod pod, Volume volume) => pod.With(spec => spec with { Volumes = [.. spec.Volumes ?? [], volume] });

    private static Api.Meta.V1.OwnerReference Owner(string text)
    {
        var (kind, name) = Words.Cut(text, '/');
        return new() { ApiVersion = kind == "ReplicationController" ? "v1" : "apps/v1", Kind = kind, Name = name, Uid = name, Controller = true };
    }

    /// <summary>"80", "80/UDP", "10.0.0.1-80".</summary>
    private static ContainerPort Port(string text)
    {
        var (rest, protocol) = Words.Cut(text, '/');
        var (address, port) = rest.Contains('-') ? Words.Cut(rest, '-') : ("", rest);
        return new() { HostIP = address, HostPort = int.Parse(port), ContainerPortValue = int.Parse(port), Protocol = protocol.Length == 0 ? "TCP" : protocol };
    }
}
