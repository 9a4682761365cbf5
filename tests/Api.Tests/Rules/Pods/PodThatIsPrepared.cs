using CloudletK8s.Api.Core.V1;
using CloudletK8s.TestKit.Trees;

namespace CloudletK8s.Api.Tests.Rules.Pods;

public class PodThatIsPrepared
{
    [Theory]
    [InlineData("{}", "BestEffort")]
    [InlineData("{'requests':{'cpu':'1'}}", "Burstable")]
    [InlineData("{'limits':{'cpu':'1'}}", "Burstable")]
    [InlineData("{'limits':{'cpu':'1','memory':'1Gi'}}", "Guaranteed")]
    [InlineData("{'limits':{'cpu':'1','memory':'1Gi'},'requests':{'cpu':'500m'}}", "Burstable")]
    [InlineData("{'limits':{'example.com/gpu':'1'}}", "BestEffort")]
    public void It_waits_and_has_its_quality(string resources, string quality)
    {
        var pod = PodGiven.With("/spec/containers/0/resources", resources).With<Pod>("/status/phase", "'Running'").Prepared<Pod>();

        Assert.Equal($"{{\"phase\":\"Pending\",\"qosClass\":\"{quality}\"}}", Json.Text(pod["status"]));
    }

    [Fact]
    public void A_gated_one_says_so()
    {
        var pod = PodGiven.With("/spec/schedulingGates", "[{'name':'a'}]").Prepared<Pod>();

        Assert.Equal(
            """{"phase":"Pending","conditions":[{"type":"PodScheduled","status":"False","lastProbeTime":null,"lastTransitionTime":"2026-01-02T03:04:05Z","reason":"SchedulingGated","message":"Scheduling is blocked due to non-empty scheduling gates"}],"qosClass":"BestEffort"}""",
            Json.Text(pod["status"]));
    }

    [Fact]
    public void What_this_version_has_not_switched_on_is_dropped()
    {
        var pod = PodGiven.With("/spec/hostUsers", "false")
            .With<Pod>("/spec/resourceClaims", "[{'name':'c','resourceClaimName':'x'}]")
            .With<Pod>("/spec/containers/0/resources", "{'claims':[{'name':'c'}]}")
            .With<Pod>("/spec/volumes/-", "{'name':'i','image':{'reference':'r','pullPolicy':'Always'}}")
            .With<Pod>("/spec/containers/0/volumeMounts/-", "{'name':'i','mountPath':'/i'}");

        Assert.Equal(Json.Text(PodGiven.Small["spec"]), Json.Text(pod.Prepared<Pod>()["spec"]));
    }

    [Fact]
    public void Label_keys_of_affinity_become_requirements_once()
    {
        const string Terms = "[{'labelSelector':{},'topologyKey':'k','matchLabelKeys':['app','other']}]";
        var pod = PodGiven.With("/spec/affinity/podAffinity", $"{{'requiredDuringSchedulingIgnoredDuringExecution':{Terms}}}").Prepared<Pod>().Prepared<Pod>();

        Assert.Equal(
            """[{"labelSelector":{"matchExpressions":[{"key":"app","operator":"In","values":["web"]}]},"topologyKey":"k","matchLabelKeys":["app","other"]}]""",
            Json.Text(pod.Object("spec", "affinity")!.Object("podAffinity")!["requiredDuringSchedulingIgnoredDuringExecution"]));
        Assert.Equal("", pod.CreateErrors<Pod>());
    }

    [Fact]
    public void An_AppArmor_annotation_becomes_a_field_and_is_warned_of()
    {
        var context = Manifest.Context();
        var pod = PodGiven.With("/metadata/annotations/container.apparmor.security.beta.kubernetes.io~1main", "'localhost/mine'").Prepared<Pod>(context);

        Assert.Equal(
            """{"appArmorProfile":{"type":"Localhost","localhostProfile":"mine"}}""",
            Json.Text(pod.Object("spec")!.List("containers")!.Objects().First()["securityContext"]));
        Assert.Equal(
            ["metadata.annotations[container.apparmor.security.beta.kubernetes.io/main]: deprecated since v1.30; use the \"appArmorProfile\" field instead"],
            context.Warnings);
    }

    [Theory]
    [InlineData("/metadata/name", "'a.b'", "metadata.name: this is used in the Pod's hostname, which can result in surprising behavior; a DNS label is recommended: [must not contain dots]")]
    [InlineData("/spec/nodeSelector/beta.kubernetes.io~1os", "'linux'", "spec.nodeSelector[beta.kubernetes.io/os]: deprecated since v1.14; use \"kubernetes.io/os\" instead")]
    [InlineData("/spec/containers/0/env", "[{'name':'A','value':'1'},{'name':'A','value':'2'}]", "spec.containers[0].env[1]: hides previous definition of \"A\", which may be dropped when using apply")]
    [InlineData("/spec/containers/0/env", "[{'name':'A','value':'1'},{'name':'A','value':'$(A)2'}]", "")]
    [InlineData("/spec/containers/0/ports", "[{'containerPort':80},{'containerPort':80}]", "spec.containers[0].ports[1]: duplicate port definition with spec.containers[0].ports[0]")]
    [InlineData("/spec/containers/0/resources", "{'limits':{'memory':'100m'}}", "spec.containers[0].resources.limits[memory]: fractional byte value \"100m\" is invalid, must be an integer\nspec.containers[0].resources.requests[memory]: fractional byte value \"100m\" is invalid, must be an integer")]
    [InlineData("/spec/terminationGracePeriodSeconds", "-1", "spec.terminationGracePeriodSeconds: must be >= 0; negative values are invalid and will be treated as 1")]
    [InlineData("/spec/volumes", "[{'name':'g','gitRepo':{'repository':'r'}}]", "spec.volumes[0].gitRepo: deprecated in v1.11")]
    [InlineData("/spec/topologySpreadConstraints", "[{'maxSkew':1,'topologyKey':'z','whenUnsatisfiable':'DoNotSchedule'}]", "spec.topologySpreadConstraints[0].labelSelector: a null labelSelector results in matching no pod")]
    public void What_is_probably_not_meant_is_warned_of(string pointer, string value, string expected) =>
        Assert.Equal(expected, PodGiven.With(pointer, value).Warnings<Pod>());
}
