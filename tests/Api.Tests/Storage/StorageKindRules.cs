using CloudletK8s.Api.Storage.V1;
using CloudletK8s.TestKit.Trees;

namespace CloudletK8s.Api.Tests.Storage;

public class StorageKindRules
{
    private readonly KindGiven<StorageClass> _class = new("""{"metadata":{"name":"fast"},"provisioner":"example.com/p","parameters":{"a":"b"}}""");
    private readonly KindGiven<CSIDriver> _driver = new("""{"metadata":{"name":"d.example.com"},"spec":{}}""");
    private readonly KindGiven<CSINode> _node = new("""{"metadata":{"name":"n"},"spec":{"drivers":[{"name":"d","nodeID":"1"}]}}""");
    private readonly KindGiven<VolumeAttachment> _attachment = new(
        """{"metadata":{"name":"a"},"spec":{"attacher":"d","nodeName":"n","source":{"persistentVolumeName":"v"}}}""");

    [Fact]
    public void A_class_deletes_and_binds_at_once_by_default()
    {
        var record = _class.Read();

        Assert.Equal(("Delete", "Immediate"), (record.Text("reclaimPolicy"), record.Text("volumeBindingMode")));
    }

    [Theory]
    [InlineData("{}", "")]
    [InlineData("{'provisioner':''}", "provisioner: Required value")]
    [InlineData("{'reclaimPolicy':'Recycle'}", "reclaimPolicy: Unsupported value: \"Recycle\": supported values: \"Delete\", \"Retain\"")]
    [InlineData("{'volumeBindingMode':'Odd'}", "volumeBindingMode: Unsupported value: \"Odd\": supported values: \"Immediate\", \"WaitForFirstConsumer\"")]
    [InlineData("{'allowedTopologies':[{'matchLabelExpressions':[{'key':'a','values':['x','x']}]}]}", "allowedTopologies[0].matchLabelExpressions[0].values[1]: Duplicate value: \"x\"")]
    public void A_class_is_checked(string patch, string expected) => Assert.Equal(expected, _class.CreateErrors(patch));

    [Fact]
    public void A_class_keeps_what_volumes_are_made_by() => Assert.Equal(
        "parameters: Forbidden: updates to parameters are forbidden.\nprovisioner: Forbidden: updates to provisioner are forbidden.\nreclaimPolicy: Forbidden: updates to reclaimPolicy are forbidden.\nvolumeBindingMode: Invalid value: \"WaitForFirstConsumer\": field is immutable",
        _class.UpdateErrors("{'parameters':{'a':'c'},'provisioner':'other','reclaimPolicy':'Retain','volumeBindingMode':'WaitForFirstConsumer'}"));

    [Fact]
    public void A_driver_has_every_setting() => Assert.True(_driver.Read().Object("spec")!.SameAs(Json.Object(
        "{'attachRequired':true,'podInfoOnMount':false,'volumeLifecycleModes':['Persistent'],'storageCapacity':false,'fsGroupPolicy':'ReadWriteOnceWithFSType','requiresRepublish':false,'seLinuxMount':false}")));

    [Theory]
    [InlineData("{'spec':{'fsGroupPolicy':'Odd'}}", "spec.fsGroupPolicy: Unsupported value: \"Odd\": supported values: \"File\", \"None\", \"ReadWriteOnceWithFSType\"")]
    [InlineData("{'spec':{'tokenRequests':[{'audience':'a','expirationSeconds':5},{'audience':'a'}]}}", "spec.tokenRequests[0].expirationSeconds: Invalid value: 5: may not specify a duration less than 10 minutes\nspec.tokenRequests[1].audience: Duplicate value: \"a\"")]
    [InlineData("{'spec':{'volumeLifecycleModes':['Odd']}}", "spec.volumeLifecycleModes: Unsupported value: \"Odd\": supported values: \"Persistent\", \"Ephemeral\"")]
    public void A_driver_is_checked(string patch, string expected) => Assert.Equal(expected, _driver.CreateErrors(patch));

    [Fact]
    public void A_driver_on_a_node_stays_as_it_is()
    {
        Assert.Equal("", _node.UpdateErrors("{'spec':{'drivers':[{'name':'e','nodeID':'2'}]}}"));
        Assert.Equal(
            "CSINodeDriver: Invalid value: {\"name\":\"d\",\"nodeID\":\"2\",\"topologyKeys\":null}: field is immutable",
            _node.UpdateErrors("{'spec':{'drivers':[{'name':'d','nodeID':'2'}]}}"));
    }

    [Theory]
    [InlineData("{}", "")]
    [InlineData("{'spec':{'attacher':''}}", "spec.attacher: Required value")]
    [InlineData("{'spec':{'source':{'persistentVolumeName':null}}}", "spec.source: Required value: must specify exactly one of inlineVolumeSpec and persistentVolumeName")]
    [InlineData("{'spec':{'source':{'persistentVolumeName':null,'inlineVolumeSpec':{'accessModes':['ReadWriteOnce'],'csi':{'driver':'d','volumeHandle':'h'}}}}}", "")]
    public void An_attachment_is_checked(string patch, string expected) =>
        Assert.StartsWith(expected, _attachment.CreateErrors(patch), StringComparison.Ordinal);

    [Fact]
    public void An_attachment_keeps_its_spec() =>
        Assert.EndsWith("field is immutable", _attachment.UpdateErrors("{'spec':{'nodeName':'m'}}"), StringComparison.Ordinal);
}
