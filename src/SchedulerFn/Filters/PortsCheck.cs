using CloudletK8s.SchedulerFn.Evaluations;
using CloudletK8s.SchedulerFn.Profiles;

namespace CloudletK8s.SchedulerFn.Filters;

internal sealed class PortsCheck(EvaluationContext context) : NodeCheck(PluginNames.NodePorts)
{
    public override long Check(int slot)
    {
        if (context.Nodes.Ports[slot] is not { Count: > 0 } used)
            return Passes;

        var wanted = context.Shape.HostPorts;
        for (var i = 0; i < wanted.Count; i++)
        {
            foreach (var port in used)
            {
                if (port.Collides(wanted[i]))
                    return 1;
            }
        }

        return Passes;
    }

    public override bool IsUnresolvable(long code) => false;

    public override IReadOnlyList<string> Reasons(long code, int slot) => ["node(s) didn't have free ports for the requested pod ports"];
}
