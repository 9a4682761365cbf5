using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Trees;
using CloudletK8s.TestKit.Trees;

namespace CloudletK8s.Api.Tests.Rules.Pods;

public class PodDefaulted
{
    [Fact]
    public void The_smallest_pod_gets_all_of_them() => AssertSame(
        """
        {
          "containers": [ {
            "name": "main", "image": "registry.example/web:1.2", "imagePullPolicy": "IfNotPresent", "resources": {},
            "terminationMessagePath": "/dev/termination-log", "terminationMessagePolicy": "File"
          } ],
          "restartPolicy": "Always", "terminationGracePeriodSeconds": 30, "dnsPolicy": "ClusterFirst", "securityContext": {},
          "schedulerName": "default-scheduler", "enableServiceLinks": true
        }
        """,
        PodGiven.Small["spec"]);

    [Theory]
    [InlineData("nginx", "Always")]
    [InlineData("nginx:latest", "Always")]
    [InlineData("host:5000/nginx", "Always")]
    [InlineData("nginx:1.27", "IfNotPresent")]
    [InlineData("nginx@sha256:0123456789012345678901234567890123456789012345678901234567890123", "IfNotPresent")]
    [InlineData("Not A Name", "IfNotPresent")]
    [InlineData("", "IfNotPresent")]
    public void Images_without_a_version_are_pulled_always(string image, string policy) =>
        Assert.Equal(policy, Container(PodGiven.With("/spec/containers/0", $"{{'name':'a','image':'{image}'}}")).Text("imagePullPolicy"));

    [Fact]
    public void Limits_become_requests_in_pods()
    {
        var pod = PodGiven.With("/spec/containers/0/resources", "{'limits':{'cpu':'1000m','memory':'1Gi'},'requests':{'memory':'512Mi'}}");

        AssertSame("{'limits':{'cpu':'1','memory':'1Gi'},'requests':{'cpu':'1','memory':'512Mi'}}", Container(pod)["resources"]);
    }

    [Fact]
    public void Amounts_finer_than_a_thousandth_are_rounded_up() => AssertSame(
        "{'limits':{'cpu':'2m'},'requests':{'cpu':'1m'}}",
        Container(PodGiven.With("/spec/containers/0/resources", "{'limits':{'cpu':'1001u'},'requests':{'cpu':'1n'}}"))["resources"]);

    [Fact]
    public void Probes_and_their_handlers() => AssertSame(
        "{'httpGet':{'path':'/','port':80,'scheme':'HTTP'},'timeoutSeconds':1,'periodSeconds':10,'successThreshold':1,'failureThreshold':3}",
        Container(PodGiven.With("/spec/containers/0/livenessProbe", "{'httpGet':{'port':80}}"))["livenessProbe"]);

    [Theory]
    [InlineData("{'name':'v'}", "{'name':'v','emptyDir':{}}")]
    [InlineData("{'name':'v','secret':{'secretName':'s'}}", "{'name':'v','secret':{'secretName':'s','defaultMode':420}}")]
    [InlineData("{'name':'v','configMap':{'name':'c','defaultMode':0}}", "{'name':'v','configMap':{'name':'c','defaultMode':0}}")]
    [InlineData("{'name':'v','hostPath':{'path':'/x'}}", "{'name':'v','hostPath':{'path':'/x','type':''}}")]
    [InlineData("{'name':'v','projected':{'sources':[{'serviceAccountToken':{'path':'t'}}]}}", "{'name':'v','projected':{'sources':[{'serviceAccountToken':{'expirationSeconds':3600,'path':'t'}}],'defaultMode':420}}")]
    [InlineData("{'name':'v','downwardAPI':{'items':[{'path':'p','fieldRef':{'fieldPath':'metadata.name'}}]}}", "{'name':'v','downwardAPI':{'items':[{'path':'p','fieldRef':{'apiVersion':'v1','fieldPath':'metadata.name'}}],'defaultMode':420}}")]
    [InlineData("{'name':'v','rbd':{'monitors':['m'],'image':'i'}}", "{'name':'v','rbd':{'monitors':['m'],'image':'i','pool':'rbd','user':'admin','keyring':'/etc/ceph/keyring'}}")]
    public void Volumes(string volume, string expected) =>
        AssertSame(expected, PodGiven.With("/spec/volumes/-", volume).Object("spec")!.List("volumes")![0]);

    [Fact]
    public void On_the_hosts_network_ports_are_opened_there() => AssertSame(
        "[{'containerPort':80,'protocol':'TCP','hostPort':80}]",
        Container(PodGiven.With("/spec/hostNetwork", "true").With<Pod>("/spec/containers/0/ports/-", "{'containerPort':80}"))["ports"]);

    [Fact]
    public void The_service_account_goes_by_both_names()
    {
        var spec = PodGiven.With("/spec/serviceAccount", "'robot'").Object("spec")!;

        Assert.Equal("robot robot", $"{spec.Text("serviceAccount")} {spec.Text("serviceAccountName")}");
    }

    [Fact]
    public void Limits_of_the_pod_become_requests_unless_its_containers_say() => AssertSame(
        "{'limits':{'cpu':'4','memory':'4Gi'},'requests':{'cpu':'2','memory':'4Gi'}}",
        PodGiven.With("/spec/containers/0/resources", "{'requests':{'cpu':'2'}}").With<Pod>("/spec/resources", "{'limits':{'cpu':'4','memory':'4Gi'}}")
            .Object("spec")!["resources"]);

    [Fact]
    public void Templates_get_fewer()
    {
        var controller = Manifest.Read<ReplicationController>(
            "{'metadata':{'name':'c'},'spec':{'template':{'metadata':{'labels':{'a':'b'}},'spec':{'hostNetwork':true,'containers':[{'name':'m','image':'i','ports':[{'containerPort':80}],'resources':{'limits':{'cpu':'1'}}}]}}}}");

        AssertSame("{'a':'b'}", controller.Object("spec", "selector"));
        AssertSame("{'a':'b'}", controller.Object("metadata", "labels"));
        Assert.Equal(1, controller.Object("spec")!.Whole("replicas"));
        var spec = controller.Object("spec", "template")!.Object("spec")!;
        Assert.False(spec.Has("enableServiceLinks"));
        AssertSame("{'limits':{'cpu':'1'}}", spec.List("containers")!.Objects().First()["resources"]);
        AssertSame("[{'containerPort':80,'protocol':'TCP'}]", spec.List("containers")!.Objects().First()["ports"]);
    }

    private static TreeObject Container(TreeObject pod) => pod.Object("spec")!.List("containers")!.Objects().First();

    private static void AssertSame(string expected, Tree? actual) =>
        Assert.True(Json.Tree(expected).SameAs(actual), $"expected {Json.Text(Json.Tree(expected))}\nactual   {Json.Text(actual)}");
}
