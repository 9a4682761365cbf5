using CloudletK8s.Api.Apply;
using CloudletK8s.Api.Apps.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;
using CloudletK8s.TestKit.Trees;

namespace CloudletK8s.Api.Tests.Apply;

public class AppliedDeployment
{
    private readonly Applying _deployment = new(RecordSchemas.Of<Deployment>(), "apps/v1");

    [Fact]
    public void Leaves_replicas_to_whom_scales_it()
    {
        _deployment.Apply("one", Spec("'replicas':2,'paused':true"));

        var refused = _deployment.Update("hpa", obj => obj.Object("spec")!.Set("replicas", 5)).Try("one", Spec("'replicas':2,'paused':true"));
        _deployment.Apply("one", Spec("'paused':true"));

        Assert.Equal("Apply failed with 1 conflict: conflict with \"hpa\" using apps/v1: .spec.replicas", refused.ConflictMessage);
        Assert.Equal("""{"spec":{"replicas":5,"paused":true}}""", _deployment.Body());
    }

    [Fact]
    public void Merges_containers_by_name_and_ports_by_port_and_protocol()
    {
        _deployment.Apply("one", Containers("{'name':'a','image':'1','ports':[{'containerPort':80},{'containerPort':81,'protocol':'UDP'}]}"));
        _deployment.Apply("two", Containers("{'name':'a','ports':[{'containerPort':80,'protocol':'TCP','name':'web'}]},{'name':'b','image':'2'}"));

        Assert.Equal(
            """{"spec":{"template":{"spec":{"containers":[{"name":"a","image":"1","ports":[{"containerPort":80,"protocol":"TCP","name":"web"},{"containerPort":81,"protocol":"UDP"}]},{"name":"b","image":"2"}]}}}}""",
            _deployment.Body());
        Assert.Contains(
            """
            "f:ports":{"k:{\"containerPort\":80,\"protocol\":\"TCP\"}":{".":{},"f:containerPort":{}},"k:{\"containerPort\":81,\"protocol\":\"UDP\"}":{".":{},"f:containerPort":{},"f:protocol":{}}}
            """.Trim(),
            _deployment.Owned("one"),
            StringComparison.Ordinal);

        _deployment.Apply("two", Containers("{'name':'b','image':'2'}"));
        Assert.DoesNotContain("web", _deployment.Body(), StringComparison.Ordinal);
        _deployment.Apply("one", Containers("{'name':'a','image':'1'}"));
        Assert.Equal("""{"spec":{"template":{"spec":{"containers":[{"name":"a","image":"1"},{"name":"b","image":"2"}]}}}}""", _deployment.Body());
    }

    [Fact]
    public void Removes_an_item_with_all_that_only_its_applier_had_in_it()
    {
        _deployment.Apply("one", Containers("{'name':'a','image':'1'},{'name':'b','image':'2'}"));

        _deployment.Apply("one", Containers("{'name':'b','image':'2'}"));

        Assert.Equal("""{"spec":{"template":{"spec":{"containers":[{"name":"b","image":"2"}]}}}}""", _deployment.Body());
    }

    [Fact]
    public void Loses_with_an_item_what_an_updater_put_into_it()
    {
        _deployment.Apply("one", Containers("{'name':'a','image':'1'},{'name':'b','image':'2'}"));
        _deployment.Update("two", obj => Container(obj, 0).Set("tty", true));

        _deployment.Apply("one", Containers("{'name':'b','image':'2'}"));

        Assert.Equal("""{"spec":{"template":{"spec":{"containers":[{"name":"b","image":"2"}]}}}}""", _deployment.Body());
        Assert.Null(_deployment.Entry("two"));
    }

    [Fact]
    public void Owns_atomic_parts_as_a_whole()
    {
        _deployment.Apply("one", Spec("'selector':{'matchLabels':{'a':'1'}},'template':{'spec':{'containers':[],'tolerations':[{'key':'x'}],'nodeSelector':{'n':'1'}}}"));

        Assert.Equal(
            """{"f:spec":{"f:selector":{},"f:template":{"f:spec":{"f:nodeSelector":{},"f:tolerations":{}}}}}""",
            _deployment.Owned("one"));
        var refused = _deployment.Try("two", Spec("'selector':{'matchLabels':{'b':'2'}}"));
        Assert.Equal([".spec.selector"], refused.Conflicts.Select(conflict => conflict.Field));
        _deployment.Apply("two", Spec("'selector':{'matchLabels':{'b':'2'}}"), force: true);
        Assert.Contains("""{"matchLabels":{"b":"2"}}""", _deployment.Body(), StringComparison.Ordinal);
    }

    [Fact]
    public void Orders_items_as_the_applier_does_and_leaves_others_where_they_were()
    {
        _deployment.Apply("one", Containers("{'name':'a'},{'name':'b'},{'name':'c'}"));
        _deployment.Update("two", obj => Containers(obj).Insert(1, Json.Tree("{'name':'x'}")));

        _deployment.Apply("one", Containers("{'name':'c'},{'name':'a'},{'name':'d'},{'name':'b'}"));

        Assert.Equal("x,c,a,d,b", string.Join(',', Containers(_deployment.Live!).Objects().Select(item => item.Text("name"))));
    }

    [Fact]
    public void Does_not_own_the_status_it_names()
    {
        var reset = ResetFields.Of(BuiltInKinds.Of<Deployment>(), "");

        _deployment.Apply("one", "{'metadata':{'name':'x'},'spec':{'replicas':1},'status':{'replicas':1}}", reset: reset);

        Assert.Equal("""{"f:spec":{"f:replicas":{}}}""", _deployment.Owned("one"));
    }

    [Theory]
    [InlineData("{'image':'x'}", ".spec.template.spec.containers: element 0: associative list with keys has an element that omits key field \"name\" (and doesn't have default value)")]
    [InlineData("{'name':'a'},{'name':'a'}", ".spec.template.spec.containers: duplicate entries for key [name=\"a\"]")]
    [InlineData("{'name':'a','imagine':1}", ".spec.template.spec.containers[name=\"a\"].imagine: field not declared in schema")]
    [InlineData("{'name':'a','tty':'yes'}", ".spec.template.spec.containers[name=\"a\"].tty: expected boolean, got &{yes}")]
    [InlineData("{'name':'a','ports':[{'containerPort':'80'}]}", ".spec.template.spec.containers[name=\"a\"].ports[containerPort=\"80\",protocol=\"TCP\"].containerPort: expected numeric (int or float), got string")]
    [InlineData("null", ".spec.template.spec.containers: element 0: associative list with keys may not have a null element")]
    public void Is_refused_with_the_place(string containers, string message)
    {
        var error = _deployment.Try("one", Containers(containers)).Error!;

        Assert.Equal(400, error.Code);
        Assert.EndsWith(": " + message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Knows_ports_of_services_and_secrets_by_defaulted_keys()
    {
        var service = new Applying(RecordSchemas.Of<Service>(), "v1");
        service.Apply("one", "{'metadata':{'name':'x'},'spec':{'ports':[{'port':80,'name':'a'}]}}");
        var pod = new Applying(RecordSchemas.Of<Pod>(), "v1");
        pod.Apply("one", "{'metadata':{'name':'x'},'spec':{'imagePullSecrets':[{}]}}");

        Assert.Equal("""{"f:spec":{"f:ports":{"k:{\"port\":80,\"protocol\":\"TCP\"}":{".":{},"f:name":{},"f:port":{}}}}}""", service.Owned("one"));
        Assert.Equal("""{"f:spec":{"f:imagePullSecrets":{"k:{\"name\":\"\"}":{}}}}""", pod.Owned("one"));
    }

    private static TreeObject Container(TreeObject obj, int index) => (TreeObject)Containers(obj)[index];

    private static TreeList Containers(TreeObject obj) => obj.Object("spec", "template")!.Object("spec")!.List("containers")!;

    private static string Spec(string spec) => $"{{'metadata':{{'name':'x'}},'spec':{{{spec}}}}}";

    private static string Containers(string items) => Spec($"'template':{{'spec':{{'containers':[{items}]}}}}");
}
