using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Core.V1.Pods;
using CloudletK8s.Api.Records;

namespace CloudletK8s.Api.Tests.Rules.Pods;

public class PodCounted
{
    [Fact]
    public void Sidecars_count_always_and_init_containers_by_the_neediest()
    {
        var spec = Spec(
            """
            {
              "containers": [ { "name": "a", "image": "x", "resources": { "requests": { "cpu": "1" } } } ],
              "initContainers": [
                { "name": "first", "image": "x", "resources": { "requests": { "cpu": "1500m" } } },
                { "name": "sidecar", "image": "x", "restartPolicy": "Always", "resources": { "requests": { "cpu": "200m" } } },
                { "name": "second", "image": "x", "resources": { "requests": { "cpu": "1300m", "memory": "1Gi" } } }
              ],
              "overhead": { "cpu": "10m" }
            }
            """);

        Assert.Equal(
            "cpu=1510m memory=1Gi",
            string.Join(' ', PodResources.Requests(spec).OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key}={one.Value}")));
    }

    [Fact]
    public void Resources_of_the_pod_stand_for_its_containers()
    {
        var spec = Spec("{'containers':[{'name':'a','image':'x','resources':{'limits':{'cpu':'1','example.com/gpu':'2'}}}],'resources':{'limits':{'cpu':'4'}}}");

        Assert.Equal("4 2", $"{PodResources.Limits(spec)["cpu"]} {PodResources.Limits(spec)["example.com/gpu"]}");
    }

    [Fact]
    public void Records_have_the_quality_of_their_trees()
    {
        var pod = PodGiven.With("/spec/containers/0/resources", "{'limits':{'cpu':'1','memory':'1Gi'}}");

        Assert.Equal("Guaranteed", PodQuality.Of(pod.Object("spec")!));
        Assert.Equal("Guaranteed", PodQuality.Of(RecordBinder.Read<Pod>(pod).Spec!));
    }

    private static PodSpec Spec(string json) => RecordBinder.Read<Pod>(PodGiven.With("/spec", json)).Spec!;
}
