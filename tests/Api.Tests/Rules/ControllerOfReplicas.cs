using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Tests.Rules;

public class ControllerOfReplicas
{
    private static TreeObject Given => Manifest.Read<ReplicationController>(
        "{'metadata':{'name':'web','namespace':'shop','resourceVersion':'7'},'spec':{'template':{'metadata':{'labels':{'a':'b'}},'spec':{'containers':[{'name':'m','image':'i'}]}}}}");

    [Theory]
    [InlineData("/metadata/labels/x", "'y'", "")]
    [InlineData("/spec/replicas", "-1", "spec.replicas: Invalid value: -1: must be greater than or equal to 0")]
    [InlineData("/spec/template", "", "spec.template: Required value")]
    [InlineData("/spec/selector", "{'a':'c'}", "spec.template.metadata.labels: Invalid value: map[string]string{\"a\":\"b\"}: `selector` does not match template `labels`")]
    [InlineData("/spec/template/spec/restartPolicy", "'Never'", "spec.template.spec.restartPolicy: Unsupported value: \"Never\": supported values: \"Always\"")]
    [InlineData("/spec/template/spec/activeDeadlineSeconds", "5", "spec.template.spec.activeDeadlineSeconds: Forbidden: activeDeadlineSeconds in ReplicationController is not Supported")]
    [InlineData("/spec/template/spec/containers/0/image", "''", "spec.template.spec.containers[0].image: Required value")]
    [InlineData("/spec/template/spec/containers/0/image", "' '", "")]
    public void Is_checked_with_its_template(string pointer, string value, string expected) =>
        Assert.Equal(expected, Given.With<ReplicationController>(pointer, value).CreateErrors<ReplicationController>());

    [Theory]
    [InlineData("/status/readyReplicas", "2", "status.readyReplicas: Invalid value: 2: cannot be greater than status.replicas")]
    [InlineData("/status/observedGeneration", "-2", "status.observedGeneration: Invalid value: -2: must be greater than or equal to 0")]
    public void Its_status_adds_up(string pointer, string value, string expected) =>
        Assert.Equal(expected, Given.With<ReplicationController>(pointer, value).UpdateErrors<ReplicationController>(Given, "status"));

    [Fact]
    public void A_template_is_checked_alike() => Assert.Equal(
        "template.spec.containers[0].image: Required value",
        Manifest.Read<PodTemplate>("{'metadata':{'name':'t','namespace':'shop'},'template':{'spec':{'containers':[{'name':'m'}]}}}").CreateErrors<PodTemplate>());
}
