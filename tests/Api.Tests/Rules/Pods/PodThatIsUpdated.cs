using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Tests.Rules.Pods;

public class PodThatIsUpdated
{
    private const string Only = "spec: Forbidden: pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)\n";

    [Theory]
    [InlineData("/metadata/labels/more", "'x'", "")]
    [InlineData("/metadata/name", "'other'", "metadata.name: Invalid value: \"other\": field is immutable")]
    [InlineData("/metadata/resourceVersion", "", "metadata.resourceVersion: Invalid value: \"\": must be specified for an update")]
    [InlineData("/metadata/annotations/kubernetes.io~1config.mirror", "'x'", "metadata.annotations[kubernetes.io/config.mirror]: Invalid value: \"x\": must set spec.nodeName if mirror pod annotation is set\nmetadata.annotations[kubernetes.io/config.mirror]: Forbidden: may not add mirror pod annotation")]
    [InlineData("/spec/containers/0/image", "'other:2'", "")]
    [InlineData("/spec/containers/0/image", "''", "spec.containers[0].image: Required value")]
    [InlineData("/spec/containers/-", "{'name':'b','image':'x'}", "spec.containers: Forbidden: pod updates may not add or remove containers")]
    [InlineData("/spec/activeDeadlineSeconds", "5", "")]
    [InlineData("/spec/tolerations/-", "{'key':'a','operator':'Exists'}", "")]
    [InlineData("/spec/schedulingGates/-", "{'name':'a'}", "spec.schedulingGates[0].name: Forbidden: only deletion is allowed, but found new scheduling gate 'a'")]
    [InlineData("/spec/hostname", "'h'", Only + "+spec.hostname: \"h\"")]
    [InlineData("/spec/containers/0/command", "['a']", Only + "+spec.containers[0].command: [\"a\"]")]
    [InlineData("/spec/terminationGracePeriodSeconds", "1", Only + "-spec.terminationGracePeriodSeconds: 30\n+spec.terminationGracePeriodSeconds: 1")]
    public void Little_may_change(string pointer, string value, string expected)
    {
        var old = PodGiven.Stored;

        Assert.Equal(expected, old.With<Pod>(pointer, value).UpdateErrors<Pod>(old));
    }

    [Fact]
    public void Deadlines_only_come_nearer()
    {
        var old = PodGiven.Stored.With<Pod>("/spec/activeDeadlineSeconds", "10");

        Assert.Equal("", old.With<Pod>("/spec/activeDeadlineSeconds", "5").UpdateErrors<Pod>(old));
        Assert.Equal(
            "spec.activeDeadlineSeconds: Invalid value: 11: must be less than or equal to previous value",
            old.With<Pod>("/spec/activeDeadlineSeconds", "11").UpdateErrors<Pod>(old));
        Assert.Equal(
            "spec.activeDeadlineSeconds: Invalid value: \"null\": must not update from a positive integer to nil value",
            old.With<Pod>("/spec/activeDeadlineSeconds", "").UpdateErrors<Pod>(old));
    }

    [Fact]
    public void Tolerations_stay_but_for_their_seconds()
    {
        var old = PodGiven.Stored.With<Pod>("/spec/tolerations", "[{'key':'a','operator':'Exists','effect':'NoExecute','tolerationSeconds':5}]");

        Assert.Equal("", old.With<Pod>("/spec/tolerations/0/tolerationSeconds", "9").UpdateErrors<Pod>(old));
        Assert.Equal(
            "spec.tolerations: Forbidden: existing toleration can not be modified except its tolerationSeconds",
            old.With<Pod>("/spec/tolerations", "").UpdateErrors<Pod>(old));
    }

    [Fact]
    public void A_gated_pod_may_become_choosier_about_nodes()
    {
        var old = PodGiven.Stored.With<Pod>("/spec/schedulingGates", "[{'name':'a'}]").With<Pod>("/spec/nodeSelector", "{'disk':'ssd'}");

        Assert.Equal("", old.With<Pod>("/spec/nodeSelector", "{'disk':'ssd','zone':'a'}").UpdateErrors<Pod>(old));
        Assert.Equal(
            "spec.nodeSelector: Invalid value: {\"disk\":\"hdd\"}: only additions to spec.nodeSelector are allowed (no mutations or deletions)",
            old.With<Pod>("/spec/nodeSelector", "{'disk':'hdd'}").UpdateErrors<Pod>(old));
        Assert.Equal(
            "",
            old.With<Pod>("/spec/affinity", "{'nodeAffinity':{'requiredDuringSchedulingIgnoredDuringExecution':{'nodeSelectorTerms':[{'matchExpressions':[{'key':'a','operator':'Exists'}]}]}}}").UpdateErrors<Pod>(old));
        Assert.Equal("", old.With<Pod>("/spec/schedulingGates", "").UpdateErrors<Pod>(old));
    }

    [Fact]
    public void What_was_refused_later_may_stay()
    {
        var old = PodGiven.Stored.With<Pod>("/spec/topologySpreadConstraints", "[{'maxSkew':1,'topologyKey':'z','whenUnsatisfiable':'DoNotSchedule','labelSelector':{'matchLabels':{'a':'-'}}}]");

        Assert.Equal("", old.With<Pod>("/spec/containers/0/image", "'y'").UpdateErrors<Pod>(old));
    }

    [Fact]
    public void A_marked_pod_gets_no_new_finalizers()
    {
        var old = PodGiven.Stored.With<Pod>("/metadata/deletionTimestamp", "'2026-01-01T00:00:00Z'");

        Assert.Equal(
            "metadata.finalizers: Forbidden: no new finalizers can be added if the object is being deleted, found new finalizers []string{\"a.io/b\"}",
            old.With<Pod>("/metadata/finalizers", "['a.io/b']").UpdateErrors<Pod>(old));
    }

    [Theory]
    [InlineData("/status/phase", "'Running'", "")]
    [InlineData("/status/qosClass", "'Guaranteed'", "status.qosClass: Invalid value: \"Guaranteed\": field is immutable")]
    [InlineData("/status/qosClass", "", "")]
    [InlineData("/status/nominatedNodeName", "'N'", "status.nominatedNodeName: Invalid value: \"N\": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')")]
    [InlineData("/status/podIPs", "[{'ip':'10.0.0.1'},{'ip':'10.0.0.2'}]", "status.podIPs: Invalid value: [{\"ip\":\"10.0.0.1\"},{\"ip\":\"10.0.0.2\"}]: may specify no more than one IP for each IP family")]
    [InlineData("/status/podIPs", "[{'ip':'10.0.0.1'},{'ip':'fd00::1'}]", "")]
    [InlineData("/status/hostIPs", "[{'ip':'10.0.0.1'}]", "status.hostIPs[0].ip: Invalid value: \"10.0.0.1\": must be equal to `hostIP`")]
    [InlineData("/status/conditions", "[{'type':'my-own/','status':'True'}]", "metadata.conditions[0].Type: Invalid value: \"my-own/\": name part must be non-empty\nmetadata.conditions[0].Type: Invalid value: \"my-own/\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')")]
    public void Status(string pointer, string value, string expected)
    {
        var old = PodGiven.Stored;

        Assert.Equal(expected, old.With<Pod>(pointer, value).UpdateErrors<Pod>(old, "status"));
    }

    [Theory]
    [InlineData("Never", 0, "status.containerStatuses[0].state: Forbidden: may not be transitioned to non-terminated state")]
    [InlineData("OnFailure", 0, "status.containerStatuses[0].state: Forbidden: may not be transitioned to non-terminated state")]
    [InlineData("OnFailure", 1, "")]
    [InlineData("Always", 0, "")]
    public void What_has_ended_for_good_does_not_run_again(string restartPolicy, int exitCode, string expected)
    {
        var old = PodGiven.Stored.With<Pod>("/spec/restartPolicy", $"'{restartPolicy}'")
            .With<Pod>("/status/containerStatuses/-", $"{{'name':'main','image':'','imageID':'','ready':false,'restartCount':0,'state':{{'terminated':{{'exitCode':{exitCode}}}}}}}");

        Assert.Equal(expected, old.With<Pod>("/status/containerStatuses/0/state", "{'running':{}}").UpdateErrors<Pod>(old, "status"));
    }

    [Fact]
    public void Ephemeral_containers_are_added_and_stay()
    {
        var old = PodGiven.Stored;
        var one = old.With<Pod>("/spec/ephemeralContainers/-", "{'name':'debug','image':'x','targetContainerName':'main'}");

        Assert.Equal("", one.UpdateErrors<Pod>(old, "ephemeralcontainers"));
        Assert.Equal("spec.ephemeralContainers: Forbidden: existing ephemeral containers \"debug\" may not be removed\n", old.UpdateErrors<Pod>(one, "ephemeralcontainers"));
        Assert.Equal(
            "spec.ephemeralContainers: Forbidden: existing ephemeral containers \"debug\" may not be changed\n-ephemeralContainers.image: \"x\"\n+ephemeralContainers.image: \"y\"",
            one.With<Pod>("/spec/ephemeralContainers/0/image", "'y'").UpdateErrors<Pod>(one, "ephemeralcontainers"));
        Assert.Equal(
            "spec.ephemeralContainers[0].ports: Forbidden: cannot be set for an Ephemeral Container\nspec.ephemeralContainers[0].targetContainerName: Not found: \"nobody\"".Split('\n').Order(),
            old.With<Pod>("/spec/ephemeralContainers/-", "{'name':'d','image':'x','targetContainerName':'nobody','ports':[{'containerPort':1}]}").UpdateErrors<Pod>(old, "ephemeralcontainers").Split('\n').Order());
    }

    [Theory]
    [InlineData("{'limits':{'cpu':'2','memory':'2Gi'},'requests':{'cpu':'2','memory':'2Gi'}}", "")]
    [InlineData("{'limits':{'cpu':'2','memory':'1Gi'},'requests':{'cpu':'1','memory':'1Gi'}}", "spec: Invalid value: \"Guaranteed\": Pod QOS Class may not change as a result of resizing")]
    [InlineData("{'limits':{'cpu':'1','memory':'512Mi'},'requests':{'cpu':'1','memory':'512Mi'}}", "spec.containers[0].resources.limits[memory]: Forbidden: memory limits cannot be decreased unless resizePolicy is RestartContainer")]
    [InlineData("{'limits':{'cpu':'1','memory':'1Gi','ephemeral-storage':'1Gi'},'requests':{'cpu':'1','memory':'1Gi','ephemeral-storage':'1Gi'}}", "spec: Forbidden: only cpu and memory resources are mutable")]
    public void Processor_and_memory_can_be_resized(string resources, string expected)
    {
        var old = PodGiven.With("/spec/containers/0/resources", "{'limits':{'cpu':'1','memory':'1Gi'}}")
            .With<Pod>("/metadata/resourceVersion", "'7'").Prepared<Pod>();

        Assert.Equal(expected, old.With<Pod>("/spec/containers/0/resources", resources).UpdateErrors<Pod>(old, "resize"));
    }

    [Fact]
    public void Resizing_changes_nothing_else()
    {
        var old = PodGiven.Stored;
        var next = old.With<Pod>("/spec/containers/0/image", "'other'");

        Api.Rules.KindStrategies.Of(typeof(Pod)).PrepareForUpdate(next, old, Manifest.Context("resize"));

        Assert.True(Tree.Same(next["spec"], old["spec"]));
    }
}
