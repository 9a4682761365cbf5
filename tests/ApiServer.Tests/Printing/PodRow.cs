using CloudletK8s.ApiServer.Printing;

namespace CloudletK8s.ApiServer.Tests.Printing;

public class PodRow
{
    private const string Running = "ready: true, restartCount: 0, state: {running: {startedAt: \"2025-01-01T11:00:00Z\"}}";

    [Theory]
    [InlineData("phase: Pending", "0/2|Pending|0")]
    [InlineData("phase: Failed, reason: Evicted", "0/2|Evicted|0")]
    [InlineData("phase: Pending, conditions: [{type: PodScheduled, status: \"False\", reason: SchedulingGated}]", "0/2|SchedulingGated|0")]
    [InlineData("phase: Running, containerStatuses: [{name: a, " + Running + "}, {name: b, " + Running + "}]", "2/2|Running|0")]
    [InlineData("phase: Running, containerStatuses: [{name: a, " + Running + "}, {name: b, ready: false, restartCount: 3, state: {waiting: {reason: CrashLoopBackOff}}, lastState: {terminated: {finishedAt: \"2025-01-01T11:55:00Z\"}}}]", "1/2|CrashLoopBackOff|3 (5m ago)")]
    [InlineData("phase: Pending, containerStatuses: [{name: a, restartCount: 0, state: {waiting: {reason: ContainerCreating}}}]", "0/2|ContainerCreating|0")]
    [InlineData("phase: Running, containerStatuses: [{name: a, restartCount: 0, state: {terminated: {exitCode: 3}}}]", "0/2|ExitCode:3|0")]
    [InlineData("phase: Running, containerStatuses: [{name: a, restartCount: 0, state: {terminated: {exitCode: 137, signal: 9}}}]", "0/2|Signal:9|0")]
    [InlineData("phase: Failed, containerStatuses: [{name: a, restartCount: 0, state: {terminated: {exitCode: 1, reason: Error}}}]", "0/2|Error|0")]
    [InlineData("phase: Succeeded, containerStatuses: [{name: a, restartCount: 0, state: {terminated: {exitCode: 0, reason: Completed}}}]", "0/2|Completed|0")]
    [InlineData("phase: Running, conditions: [{type: Ready, status: \"True\"}], containerStatuses: [{name: a, restartCount: 0, state: {terminated: {exitCode: 0, reason: Completed}}}, {name: b, " + Running + "}]", "1/2|Running|0")]
    [InlineData("phase: Running, containerStatuses: [{name: a, restartCount: 0, state: {terminated: {exitCode: 0, reason: Completed}}}, {name: b, " + Running + "}]", "1/2|NotReady|0")]
    public void Tells_what_the_containers_do(string status, string shown) => Assert.Equal(
        $"p|{shown}|2h|<none>|<none>|<none>|<none>",
        Printed.Cells("pods", $"{{metadata: {{name: p, creationTimestamp: \"2025-01-01T09:59:00Z\"}}, spec: {{containers: [{{name: a}}, {{name: b}}]}}, status: {{{status}}}}}")
            .Replace("|121m|", "|2h|", StringComparison.Ordinal));

    [Theory]
    [InlineData("{name: i, restartCount: 1, state: {terminated: {exitCode: 0}}}", "0/1|Init:1/2|1")]
    [InlineData("{name: i, restartCount: 2, state: {waiting: {reason: ImagePullBackOff}}}", "0/1|Init:ImagePullBackOff|2")]
    [InlineData("{name: i, restartCount: 0, state: {waiting: {reason: PodInitializing}}}", "0/1|Init:0/2|0")]
    [InlineData("{name: i, restartCount: 0, state: {terminated: {exitCode: 2}}}", "0/1|Init:ExitCode:2|0")]
    [InlineData("{name: i, restartCount: 0, state: {terminated: {exitCode: 2, signal: 15}}}", "0/1|Init:Signal:15|0")]
    [InlineData("{name: i, restartCount: 0, state: {terminated: {exitCode: 1, reason: Error}}}", "0/1|Init:Error|0")]
    public void Tells_where_initialization_stands(string first, string shown) => Assert.StartsWith(
        $"p|{shown}|",
        Printed.Cells("pods", $"{{metadata: {{name: p}}, spec: {{initContainers: [{{name: i}}, {{name: j}}], containers: [{{name: c}}]}}, status: {{phase: Pending, initContainerStatuses: [{first}, {{name: j, restartCount: 0, state: {{}}}}], containerStatuses: [{{name: c, restartCount: 0, state: {{waiting: {{reason: PodInitializing}}}}}}]}}}}"),
        StringComparison.Ordinal);

    [Fact]
    public void Counts_sidecars_among_the_containers() => Assert.StartsWith(
        "p|2/2|Running|4 (10m ago)|",
        Printed.Cells("pods", """
            {metadata: {name: p}, spec: {initContainers: [{name: s, restartPolicy: Always}, {name: i}], containers: [{name: c}]},
             status: {phase: Running, conditions: [{type: Initialized, status: "True"}],
              initContainerStatuses: [
               {name: s, started: true, ready: true, restartCount: 4, state: {running: {}}, lastState: {terminated: {finishedAt: "2025-01-01T11:50:00Z"}}},
               {name: i, restartCount: 7, state: {terminated: {exitCode: 0}}}],
              containerStatuses: [{name: c, ready: true, restartCount: 0, state: {running: {}}}]}}
            """),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("phase: Running", "Terminating")]
    [InlineData("phase: Running, reason: NodeLost", "Unknown")]
    [InlineData("phase: Succeeded", "Succeeded")]
    public void Tells_of_deletion_while_there_is_something_to_end(string status, string shown) => Assert.StartsWith(
        $"p|0/0|{shown}|0|<unknown>|",
        Printed.Cells("pods", $"{{metadata: {{name: p, deletionTimestamp: \"2025-01-01T11:59:00Z\"}}, spec: {{}}, status: {{{status}}}}}"),
        StringComparison.Ordinal);

    [Fact]
    public void Shows_where_it_runs_when_there_is_room() => Assert.EndsWith(
        "|10.1.2.3|n1|n2|1/2",
        Printed.Cells("pods", """
            {metadata: {name: p}, spec: {nodeName: n1, readinessGates: [{conditionType: x/a}, {conditionType: x/b}]},
             status: {phase: Running, nominatedNodeName: n2, podIPs: [{ip: 10.1.2.3}, {ip: "fd00::1"}], conditions: [{type: x/a, status: "True"}, {type: x/b, status: "False"}]}}
            """),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("Succeeded", true)]
    [InlineData("Failed", true)]
    [InlineData("Running", false)]
    public void Is_marked_when_it_has_ended(string phase, bool marked) => Assert.Equal(
        marked,
        Printed.Table(PodPrinter.Instance, $"{{metadata: {{name: p}}, status: {{phase: {phase}}}}}", "None").Contains("\"type\":\"Completed\"", StringComparison.Ordinal));
}
