using CloudletK8s.Api.Core.V1;

namespace CloudletK8s.SchedulerFn.Tests.Builders;

/// <summary>The rules that a pod's text can state, by the word before the colon.</summary>
internal static class PodRules
{
    public static Pod Apply(Pod pod, (string Kind, string Text) rule)
    {
        var (kind, text) = rule;
        return kind switch
        {
            "and" => Added(pod, text),
            "init" => Init(pod, text, null),
            "sidecar" => Init(pod, text, "Always"),
            "running" => Running(pod, text),
            "overhead" => pod.With(spec => spec with { Overhead = spec.Overhead.With(Words.Cut(text, '=').Before, Words.Cut(text, '=').After) }),
            "sel" => pod.With(spec => spec with { NodeSelector = spec.NodeSelector.With(Words.Key(Words.Cut(text, '=').Before), Words.Cut(text, '=').After) }),
            "want" => Required(pod, text, newTerm: false),
            "or" => Required(pod, text, newTerm: true),
            "prefer" => Preferred(pod, text),
            "tol" => Tolerating(pod, text),
            "aff" => Affinity(pod, text, static affinity => affinity),
            "anti" => Anti(pod, text),
            "paff" => PreferredAffinity(pod, text, anti: false),
            "panti" => PreferredAffinity(pod, text, anti: true),
            "spread" => Spread(pod, text, "DoNotSchedule"),
            "even" => Spread(pod, text, "ScheduleAnyway"),
            _ => throw new ArgumentException($"A pod knows no rule {kind}."),
        };
    }

    private static Pod Added(Pod pod, string text) => pod.With(spec => spec with
    {
        Containers = [.. spec.Containers!, Container($"more{spec.Containers!.Count}", text)],
    });

    private static Pod Init(Pod pod, string text, string? restart) => pod.With(spec => spec with
    {
        InitContainers = [.. spec.InitContainers ?? [], Container($"init{spec.InitContainers?.Count ?? 0}", text) with { RestartPolicy = restart }],
    });

    /// <summary>"cpu=1,mem=1Gi", "port=80" or nothing.</summary>
    private static Container Container(string name, string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries).Aggregate(
        new Container { Name = name },
        (container, part) => Words.Cut(part, '=') is ("port", var port)
            ? container with { Ports = [new() { HostPort = int.Parse(port), ContainerPortValue = int.Parse(port), Protocol = "TCP" }] }
            : PodText.Asking(container, Words.Cut(part, '=').Before, Words.Cut(part, '=').After));

    /// <summary>What the first container runs with: "cpu=1[,Infeasible]".</summary>
    private static Pod Running(Pod pod, string text)
    {
        var parts = text.Split(',');
        var (resource, amount) = Words.Cut(parts[0], '=');
        return pod with
        {
            Status = pod.Status! with
            {
                Resize = parts.Length > 1 ? parts[1] : null,
                ContainerStatuses = [new() { Name = "main", Resources = new() { Requests = ((IReadOnlyDictionary<string, Api.Values.Quantity>?)null).With(resource, amount) } }],
            },
        };
    }

    /// <summary>"key=a|b", "key!=a", "key", "!key", "key>3", "key&lt;3", "name=a".</summary>
    private static NodeSelectorTerm Term(NodeSelectorTerm term, string text)
    {
        NodeSelectorRequirement requirement;
        if (text.StartsWith("name", StringComparison.Ordinal))
        {
            var (field, name) = Words.Cut(text, '=');
            return term with { MatchFields = [.. term.MatchFields ?? [], new() { Key = "metadata.name", Operator = field.EndsWith('!') ? "NotIn" : "In", Values = [name] }] };
        }

        if (text[0] == '!')
            requirement = new() { Key = Words.Key(text[1..]), Operator = "DoesNotExist" };
        else if (text.Contains('>'))
            requirement = new() { Key = Words.Key(Words.Cut(text, '>').Before), Operator = "Gt", Values = [Words.Cut(text, '>').After] };
        else if (text.Contains('<'))
            requirement = new() { Key = Words.Key(Words.Cut(text, '<').Before), Operator = "Lt", Values = [Words.Cut(text, '<').After] };
        else if (!text.Contains('='))
            requirement = new() { Key = Words.Key(text), Operator = "Exists" };
        else
            requirement = Sets(text);
        return term with { MatchExpressions = [.. term.MatchExpressions ?? [], requirement] };
    }

    private static NodeSelectorRequirement Sets(string text)
    {
        var (key, values) = Words.Cut(text, '=');
        return new() { Key = Words.Key(key.TrimEnd('!')), Operator = key.EndsWith('!') ? "NotIn" : "In", Values = values.Split('|') };
    }

    private static Pod Required(Pod pod, string text, bool newTerm) => Nodes(pod, nodes =>
    {
        var terms = nodes.RequiredDuringSchedulingIgnoredDuringExecution?.NodeSelectorTerms ?? [];
        terms = newTerm || terms.Count == 0 ? [.. terms, Term(new(), text)] : [.. terms.SkipLast(1), Term(terms[^1], text)];
        return nodes with { RequiredDuringSchedulingIgnoredDuringExecution = new() { NodeSelectorTerms = terms } };
    });

    /// <summary>"10:key=value".</summary>
    private static Pod Preferred(Pod pod, string text) => Nodes(pod, nodes => nodes with
    {
        PreferredDuringSchedulingIgnoredDuringExecution =
        [
            .. nodes.PreferredDuringSchedulingIgnoredDuringExecution ?? [],
            new() { Weight = int.Parse(Words.Cut(text, ':').Before), Preference = Term(new(), Words.Cut(text, ':').After) },
        ],
    });

    private static Pod Nodes(Pod pod, Func<NodeAffinity, NodeAffinity> change) => Affinity(pod, affinity => affinity with { NodeAffinity = change(affinity.NodeAffinity ?? new()) });

    private static Pod Affinity(Pod pod, Func<Affinity, Affinity> change) => pod.With(spec => spec with { Affinity = change(spec.Affinity ?? new()) });

    /// <summary>"key=value:Effect", "key:Effect", "key", "*".</summary>
    private static Pod Tolerating(Pod pod, string text)
    {
        var (pair, effect) = Words.Cut(text, ':');
        var (key, value) = Words.Cut(pair, '=');
        var toleration = new Toleration
        {
            Key = key == "*" ? null : key,
            Operator = pair.Contains('=') ? "Equal" : "Exists",
            Value = pair.Contains('=') ? value : null,
            Effect = effect.Length == 0 ? null : effect,
        };
        return pod.With(spec => spec with { Tolerations = [.. spec.Tolerations ?? [], toleration] });
    }

    /// <summary>"key:selector", with "@ns1+ns2" or "@*" or "@?selector" for other namespaces after it.</summary>
    private static PodAffinityTerm Pods(string text)
    {
        var (key, rest) = Words.Cut(text, ':');
        var (selector, spaces) = Words.Cut(rest, '@');
        var term = new PodAffinityTerm { TopologyKey = Words.Key(key), LabelSelector = Words.Selector(selector) };
        if (spaces.StartsWith('?'))
            return term with { NamespaceSelector = Words.Selector(spaces[1..]) };
        return spaces switch
        {
            "" => term,
            "*" => term with { NamespaceSelector = new() },
            _ => term with { Namespaces = spaces.Split('+') },
        };
    }

    private static Pod Affinity(Pod pod, string text, Func<PodAffinity, PodAffinity> change) => Affinity(pod, affinity =>
    {
        var pods = affinity.PodAffinity ?? new();
        return affinity with
        {
            PodAffinity = change(pods with { RequiredDuringSchedulingIgnoredDuringExecution = [.. pods.RequiredDuringSchedulingIgnoredDuringExecution ?? [], Pods(text)] }),
        };
    });

    private static Pod Anti(Pod pod, string text) => Affinity(pod, affinity =>
    {
        var pods = affinity.PodAntiAffinity ?? new();
        return affinity with
        {
            PodAntiAffinity = pods with { RequiredDuringSchedulingIgnoredDuringExecution = [.. pods.RequiredDuringSchedulingIgnoredDuringExecution ?? [], Pods(text)] },
        };
    });

    /// <summary>"10:key:selector".</summary>
    private static Pod PreferredAffinity(Pod pod, string text, bool anti)
    {
        var (weight, rest) = Words.Cut(text, ':');
        var term = new WeightedPodAffinityTerm { Weight = int.Parse(weight), PodAffinityTerm = Pods(rest) };
        return Affinity(pod, affinity =>
        {
            if (!anti)
            {
                var pods = affinity.PodAffinity ?? new();
                return affinity with { PodAffinity = pods with { PreferredDuringSchedulingIgnoredDuringExecution = [.. pods.PreferredDuringSchedulingIgnoredDuringExecution ?? [], term] } };
            }

            var others = affinity.PodAntiAffinity ?? new();
            return affinity with { PodAntiAffinity = others with { PreferredDuringSchedulingIgnoredDuringExecution = [.. others.PreferredDuringSchedulingIgnoredDuringExecution ?? [], term] } };
        });
    }

    /// <summary>"key:skew:selector[:min=N][:taints][:anywhere][:same=label]".</summary>
    private static Pod Spread(Pod pod, string text, string otherwise)
    {
        var parts = text.Split(':');
        var constraint = new TopologySpreadConstraint
        {
            TopologyKey = Words.Key(parts[0]),
            MaxSkew = int.Parse(parts[1]),
            WhenUnsatisfiable = otherwise,
            LabelSelector = Words.Selector(parts[2]),
        };
        foreach (var part in parts.Skip(3))
        {
            constraint = Words.Cut(part, '=') switch
            {
                ("min", var domains) => constraint with { MinDomains = int.Parse(domains) },
                ("taints", _) => constraint with { NodeTaintsPolicy = "Honor" },
                ("anywhere", _) => constraint with { NodeAffinityPolicy = "Ignore" },
                ("same", var label) => constraint with { MatchLabelKeys = [label] },
                _ => throw new ArgumentException($"A spread constraint knows nothing of {part}."),
            };
        }

        return pod.With(spec => spec with { TopologySpreadConstraints = [.. spec.TopologySpreadConstraints ?? [], constraint] });
    }
}
