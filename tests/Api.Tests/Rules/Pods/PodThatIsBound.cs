using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Core.V1.Rules.Pods;
using CloudletK8s.Api.Rules;
using CloudletK8s.TestKit.Trees;

namespace CloudletK8s.Api.Tests.Rules.Pods;

public class PodThatIsBound
{
    [Fact]
    public void It_gets_its_node_annotations_and_condition()
    {
        var pod = PodGiven.Stored;

        PodBinding.Assign(pod, Json.Object("{'metadata':{'name':'web','annotations':{'a':'b'}},'target':{'kind':'Node','name':'n1'}}"), Manifest.Now);

        Assert.Equal("n1", pod.Object("spec")!.Text("nodeName"));
        Assert.Equal("""{"a":"b"}""", Json.Text(pod.Object("metadata", "annotations")));
        Assert.Equal(
            """[{"type":"PodScheduled","status":"True","lastProbeTime":null,"lastTransitionTime":"2026-01-02T03:04:05Z"}]""",
            Json.Text(pod.Object("status")!["conditions"]));
        Assert.Equal("pod web is already assigned to node \"n1\"", PodBinding.Refusal(pod));
    }

    [Theory]
    [InlineData("/spec/schedulingGates", "[{'name':'a'}]", "pod web has non-empty .spec.schedulingGates")]
    [InlineData("/metadata/deletionTimestamp", "'2026-01-01T00:00:00Z'", "pod web is being deleted, cannot be assigned to a host")]
    [InlineData("/metadata/labels/x", "'y'", null)]
    public void Not_every_pod_can_be(string pointer, string value, string? refusal) =>
        Assert.Equal(refusal, PodBinding.Refusal(PodGiven.With(pointer, value)));

    [Fact]
    public void A_binding_names_a_node()
    {
        var errors = new FieldErrors();

        PodBinding.Validate(Json.Object("{'target':{'kind':'Shelf'}}"), errors);

        Assert.Equal(
            ["target.kind: Unsupported value: \"Shelf\": supported values: \"Node\", \"<empty>\"", "target.name: Required value"],
            errors.All.Select(error => error.ToString()));
    }
}
