using CloudletK8s.Api.Apps.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Patches;
using CloudletK8s.Api.Schemas;
using CloudletK8s.TestKit.Trees;

namespace CloudletK8s.Api.Tests.Patches;

public class StrategicMergePatchOfAPod
{
    [Theory]
    // Maps merge, nulls remove, whatever is new carries no nulls.
    [InlineData("{'metadata':{'labels':{'a':'1','b':'2'}}}", "{'metadata':{'labels':{'b':null,'c':'3'}}}", "{'metadata':{'labels':{'a':'1','c':'3'}}}")]
    [InlineData("{}", "{'metadata':{'labels':{'b':null,'c':'3'}}}", "{'metadata':{'labels':{'c':'3'}}}")]
    // Lists of objects merge by key; new items go first, like the patch's others.
    [InlineData(
        "{'spec':{'containers':[{'name':'a','image':'1'},{'name':'b','image':'2'}]}}",
        "{'spec':{'containers':[{'name':'b','image':'3'}]}}",
        "{'spec':{'containers':[{'name':'a','image':'1'},{'name':'b','image':'3'}]}}")]
    [InlineData(
        "{'spec':{'containers':[{'name':'a'}]}}",
        "{'spec':{'containers':[{'name':'c'}]}}",
        "{'spec':{'containers':[{'name':'c'},{'name':'a'}]}}")]
    [InlineData(
        "{'spec':{'containers':[{'name':'a'},{'name':'b'},{'name':'c'}]}}",
        "{'spec':{'containers':[{'name':'b','$patch':'delete'}]}}",
        "{'spec':{'containers':[{'name':'a'},{'name':'c'}]}}")]
    [InlineData(
        "{'spec':{'containers':[{'name':'a'},{'name':'b'}]}}",
        "{'spec':{'containers':[{'name':'c'},{'$patch':'replace'}]}}",
        "{'spec':{'containers':[{'name':'c'}]}}")]
    [InlineData(
        "{'spec':{'containers':[{'name':'a','ports':[{'containerPort':80,'name':'x'},{'containerPort':81}]}]}}",
        "{'spec':{'containers':[{'name':'a','ports':[{'containerPort':80,'name':'y'}]}]}}",
        "{'spec':{'containers':[{'name':'a','ports':[{'containerPort':80,'name':'y'},{'containerPort':81}]}]}}")]
    // Lists without a merge strategy are replaced.
    [InlineData("{'spec':{'tolerations':[{'key':'a'}]}}", "{'spec':{'tolerations':[{'key':'b'}]}}", "{'spec':{'tolerations':[{'key':'b'}]}}")]
    [InlineData(
        "{'spec':{'containers':[{'name':'a','args':['x','y']}]}}",
        "{'spec':{'containers':[{'name':'a','args':['z']}]}}",
        "{'spec':{'containers':[{'name':'a','args':['z']}]}}")]
    // Lists of scalars merge as sets.
    [InlineData("{'metadata':{'finalizers':['a','b']}}", "{'metadata':{'finalizers':['c','a']}}", "{'metadata':{'finalizers':['c','a','b']}}")]
    [InlineData(
        "{'metadata':{'finalizers':['a','b','c']}}",
        "{'metadata':{'$deleteFromPrimitiveList/finalizers':['b','x']}}",
        "{'metadata':{'finalizers':['a','c']}}")]
    [InlineData(
        "{'metadata':{'finalizers':['a','b','c']}}",
        "{'metadata':{'$setElementOrder/finalizers':['c','d','a'],'finalizers':['d'],'$deleteFromPrimitiveList/finalizers':['b']}}",
        "{'metadata':{'finalizers':['c','d','a']}}")]
    // Orders.
    [InlineData(
        "{'spec':{'containers':[{'name':'a'},{'name':'b'},{'name':'server'}]}}",
        "{'spec':{'$setElementOrder/containers':[{'name':'b'},{'name':'a'}],'containers':[{'name':'a','image':'1'}]}}",
        "{'spec':{'containers':[{'name':'b'},{'name':'a','image':'1'},{'name':'server'}]}}")]
    [InlineData(
        "{'spec':{'containers':[{'name':'a'},{'name':'b'}]}}",
        "{'spec':{'$setElementOrder/containers':[{'name':'b'},{'name':'a'}]}}",
        "{'spec':{'containers':[{'name':'b'},{'name':'a'}]}}")]
    [InlineData(
        "{'spec':{'containers':[{'name':'server1'},{'name':'a'},{'name':'server2'},{'name':'b'}]}}",
        "{'spec':{'$setElementOrder/containers':[{'name':'a'},{'name':'b'},{'name':'c'}],'containers':[{'name':'c'}]}}",
        "{'spec':{'containers':[{'name':'server1'},{'name':'a'},{'name':'server2'},{'name':'b'},{'name':'c'}]}}")]
    [InlineData("{'spec':{}}", "{'spec':{'$setElementOrder/containers':[{'name':'a'}],'containers':[{'name':'a','image':'1'}]}}", "{'spec':{'containers':[{'name':'a','image':'1'}]}}")]
    [InlineData("{'spec':{}}", "{'spec':{'$setElementOrder/containers':[{'name':'a'}]}}", "{'spec':{}}")]
    // Unions: only the keys named stay.
    [InlineData(
        "{'spec':{'volumes':[{'name':'v','emptyDir':{}}]}}",
        "{'spec':{'volumes':[{'name':'v','$retainKeys':['name','hostPath'],'hostPath':{'path':'/x'}}]}}",
        "{'spec':{'volumes':[{'name':'v','hostPath':{'path':'/x'}}]}}")]
    // Objects replaced and deleted as a whole.
    [InlineData("{'spec':{'securityContext':{'runAsUser':1}}}", "{'spec':{'securityContext':{'$patch':'replace','runAsGroup':2}}}", "{'spec':{'securityContext':{'runAsGroup':2}}}")]
    [InlineData("{'spec':{'securityContext':{'runAsUser':1}}}", "{'spec':{'securityContext':{'$patch':'delete'}}}", "{'spec':{'securityContext':{}}}")]
    [InlineData("{'spec':{}}", "{'spec':{'securityContext':{'$patch':'delete'}}}", "{'spec':{}}")]
    [InlineData("{'spec':{'nodeName':'a'}}", "{'spec':null}", "{}")]
    [InlineData("{'a':1}", "{'a':'x'}", "{'a':'x'}")]
    public void Gives(string original, string patch, string expected)
    {
        var before = Json.Object(original);
        var changes = Json.Tree(patch);

        var result = StrategicMergePatch.Apply(before, changes, RecordSchemas.Of<Pod>());

        Assert.Null(result.Error);
        Assert.Equal(Json.Text(Json.Tree(expected)), Json.Text(result.Object));
        Assert.Equal(Json.Text(Json.Tree(original)), Json.Text(before));
        Assert.Equal(Json.Text(Json.Tree(patch)), Json.Text(changes));
    }

    [Fact]
    public void Drops_the_settings_of_the_other_deployment_strategy()
    {
        var deployment = Json.Object("{'spec':{'strategy':{'type':'RollingUpdate','rollingUpdate':{'maxSurge':1}}}}");
        var patch = Json.Tree("{'spec':{'strategy':{'$retainKeys':['type'],'type':'Recreate'}}}");

        var result = StrategicMergePatch.Apply(deployment, patch, RecordSchemas.Of<Deployment>());

        Assert.Equal("""{"spec":{"strategy":{"type":"Recreate"}}}""", Json.Text(result.Object));
    }

    [Theory]
    [InlineData("{'spec':{'containers':[{'name':'a'}]}}", "{'spec':{'containers':[{'image':'x'}]}}", 400, "map: map[image:x] does not contain declared merge key: name")]
    [InlineData("{'spec':{'containers':[{'name':'a'}]}}", "{'spec':{'containers':[{'$patch':'delete'}]}}", 400, "map: map[$patch:delete] does not contain declared merge key: name")]
    [InlineData("{'spec':{'containers':[{'name':'a'}]}}", "{'spec':{'containers':['a']}}", 400, "list element types are not identical: [[map[name:a]] [a]]")]
    [InlineData("{'spec':{'containers':[{'name':'a'}]}}", "{'spec':{'containers':[{'name':'a','$patch':'merge'}]}}", 400, "merging lists cannot yet be specified in the patch")]
    [InlineData("{'spec':{'nodeName':'a'}}", "{'spec':{'$patch':'fold'}}", 400, "unknown patch type: fold in map: map[$patch:fold]")]
    [InlineData("{'metadata':{'finalizers':['a']}}", "{'metadata':{'$deleteFromPrimitiveList':['a']}}", 400, "invalid patch format of primitive list")]
    [InlineData("{'metadata':{'finalizers':['a']}}", "{'metadata':{'$setElementOrder':['a']}}", 400, "invalid patch format of setElementOrder list")]
    [InlineData("{'metadata':{'finalizers':['a']}}", "{'metadata':{'$setElementOrder/finalizers':'a'}}", 400, "expected a []interface {}, but received a string")]
    [InlineData("{'metadata':{'labels':{}}}", "{'metadata':{'$retainKeys':'a'}}", 400, "invalid patch format of retainKeys")]
    [InlineData("{'metadata':{'labels':{}}}", "{'metadata':{'$retainKeys':['a'],'name':'x'}}", 400, "invalid patch format of retainKeys")]
    [InlineData("{'metadata':{'finalizers':[['a']]}}", "{'metadata':{'finalizers':['a']}}", 422, "the server rejected our request due to an error in our request")]
    public void Is_refused(string original, string patch, int code, string message)
    {
        var error = StrategicMergePatch.Apply(Json.Object(original), Json.Tree(patch), RecordSchemas.Of<Pod>()).Error!;

        Assert.Equal((code, message), (error.Code, error.Message));
    }

    [Fact]
    public void Must_order_its_items_as_its_directive_says()
    {
        var patch = Json.Tree("{'metadata':{'$setElementOrder/finalizers':['b','a'],'finalizers':['a','b']}}");

        var error = StrategicMergePatch.Apply(Json.Object("{'metadata':{'finalizers':['a']}}"), patch, RecordSchemas.Of<Pod>()).Error!;

        Assert.Equal("The order in patch list:\n[a b]\n doesn't match $setElementOrder list:\n[b a]\n", error.Message);
    }

    [Fact]
    public void Gives_the_same_when_it_is_applied_again()
    {
        var pod = Json.Object("{'spec':{'containers':[{'name':'a','env':[{'name':'X','value':'1'}]},{'name':'b'}]}}");
        var patch = Json.Tree("{'spec':{'$setElementOrder/containers':[{'name':'b'},{'name':'a'}],'containers':[{'name':'a','env':[{'name':'Y','value':'2'}]}]}}");
        var schema = RecordSchemas.Of<Pod>();

        var once = StrategicMergePatch.Apply(pod, patch, schema).Object!;
        var twice = StrategicMergePatch.Apply(once, patch, schema).Object!;

        Assert.Equal(Json.Text(once), Json.Text(twice));
    }
}
