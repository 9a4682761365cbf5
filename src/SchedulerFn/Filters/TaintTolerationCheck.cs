using CloudletK8s.Api.Core.V1;
using CloudletK8s.SchedulerFn.Evaluations;
using CloudletK8s.SchedulerFn.Profiles;

namespace CloudletK8s.SchedulerFn.Filters;

internal sealed class TaintTolerationCheck(EvaluationContext context) : NodeCheck(PluginNames.TaintToleration)
{
    private readonly Dictionary<(string? Key, string? Value), long> _codes = [];
    private readonly List<string> _texts = [];

    public override long Check(int slot)
    {
        var taints = context.Nodes.Facts[slot]!.Forbidding;
        return taints.Count == 0 || Taints.FirstUntolerated(taints, context.Shape.Tolerations) is not { } taint ? Passes : Code(taint);
    }

    public override bool IsUnresolvable(long code) => true;

    public override IReadOnlyList<string> Reasons(long code, int slot) => [_texts[(int)code - 1]];

    private long Code(Taint taint)
    {
        if (_codes.TryGetValue((taint.Key, taint.Value), out var code))
            return code;

        _texts.Add($"node(s) had untolerated taint {{{taint.Key}: {taint.Value}}}");
        return _codes[(taint.Key, taint.Value)] = _texts.Count;
    }
}
