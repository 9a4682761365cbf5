using CloudletK8s.SchedulerFn.Evaluations;
using CloudletK8s.SchedulerFn.Nodes;
using CloudletK8s.SchedulerFn.Profiles;

namespace CloudletK8s.SchedulerFn.Filters;

/// <summary>Room for one more pod, and enough of each resource that it asks for. The code is a set of bits, one a reason.</summary>
internal sealed class ResourcesFitCheck : NodeCheck
{
    // Codes have 56 bits: of the resources beyond these, one bit says that some are missing and the texts name those of one node.
    private const int MostNamed = 50;
    private const int TooManyPods = 0;
    private readonly EvaluationContext _context;
    private readonly NodeTable _nodes;
    private readonly (int Resource, string Name, long Amount)[] _wanted;

    public ResourcesFitCheck(EvaluationContext context)
        : base(PluginNames.NodeResourcesFit)
    {
        _context = context;
        _nodes = context.Nodes;
        _wanted = [.. Wanted()];
    }

    public override long Check(int slot)
    {
        var code = _nodes.Pods[slot].Count + 1 > _nodes.AllowedPods[slot] ? 1L << TooManyPods : 0;
        for (var i = 0; i < _wanted.Length; i++)
        {
            if (IsShort(i, slot))
                code |= 1L << Math.Min(i + 1, MostNamed);
        }

        return code;
    }

    public override bool IsUnresolvable(long code) => false;

    public override IReadOnlyList<string> Reasons(long code, int slot)
    {
        var reasons = new List<string>();
        if ((code & (1L << TooManyPods)) != 0)
            reasons.Add("Too many pods");
        for (var i = 0; i < _wanted.Length; i++)
        {
            if ((code & (1L << Math.Min(i + 1, MostNamed))) != 0 && (i + 1 < MostNamed || IsShort(i, slot)))
                reasons.Add($"Insufficient {_wanted[i].Name}");
        }

        return reasons;
    }

    private bool IsShort(int i, int slot)
    {
        var (resource, _, amount) = _wanted[i];
        return amount > _nodes.Allocatable[resource][slot] - _nodes.Requested[resource][slot];
    }

    private IEnumerable<(int Resource, string Name, long Amount)> Wanted()
    {
        var requests = _context.Shape.Requests;
        if (requests.MilliCpu > 0)
            yield return (ResourceNames.Cpu, "cpu", requests.MilliCpu);
        if (requests.Memory > 0)
            yield return (ResourceNames.Memory, "memory", requests.Memory);
        if (requests.EphemeralStorage > 0)
            yield return (ResourceNames.EphemeralStorage, "ephemeral-storage", requests.EphemeralStorage);
        for (var i = 0; i < requests.Others.Count; i++)
        {
            var (name, amount) = requests.Others[i];
            if (!IsIgnored(name))
                yield return (_context.Use.OtherResources[i], name, amount);
        }
    }

    /// <summary>Only extended resources can be left to somebody else.</summary>
    private bool IsIgnored(string name)
    {
        var arguments = _context.Profile.ResourcesFit;
        var slash = name.IndexOf('/');
        return slash > 0 && !name.StartsWith("kubernetes.io/", StringComparison.Ordinal) && !name[..slash].EndsWith(".kubernetes.io", StringComparison.Ordinal)
            && (arguments.IgnoredResources.Contains(name) || arguments.IgnoredResourceGroups.Contains(name[..slash]));
    }
}
