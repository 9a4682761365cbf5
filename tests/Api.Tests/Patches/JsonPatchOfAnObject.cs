using CloudletK8s.Api.Patches;
using CloudletK8s.Api.Trees;
using CloudletK8s.TestKit.Trees;

namespace CloudletK8s.Api.Tests.Patches;

public class JsonPatchOfAnObject
{
    /// <summary>The examples of RFC 6902, appendix A, and what Kubernetes' library adds.</summary>
    [Theory]
    [InlineData("{'foo':'bar'}", "[{'op':'add','path':'/baz','value':'qux'}]", "{'foo':'bar','baz':'qux'}")]
    [InlineData("{'foo':['bar','baz']}", "[{'op':'add','path':'/foo/1','value':'qux'}]", "{'foo':['bar','qux','baz']}")]
    [InlineData("{'baz':'qux','foo':'bar'}", "[{'op':'remove','path':'/baz'}]", "{'foo':'bar'}")]
    [InlineData("{'foo':['bar','qux','baz']}", "[{'op':'remove','path':'/foo/1'}]", "{'foo':['bar','baz']}")]
    [InlineData("{'baz':'qux','foo':'bar'}", "[{'op':'replace','path':'/baz','value':'boo'}]", "{'baz':'boo','foo':'bar'}")]
    [InlineData(
        "{'foo':{'bar':'baz','waldo':'fred'},'qux':{'corge':'grault'}}",
        "[{'op':'move','from':'/foo/waldo','path':'/qux/thud'}]",
        "{'foo':{'bar':'baz'},'qux':{'corge':'grault','thud':'fred'}}")]
    [InlineData("{'foo':['all','grass','cows','eat']}", "[{'op':'move','from':'/foo/1','path':'/foo/3'}]", "{'foo':['all','cows','eat','grass']}")]
    [InlineData(
        "{'baz':'qux','foo':['a',2,'c']}",
        "[{'op':'test','path':'/baz','value':'qux'},{'op':'test','path':'/foo/1','value':2}]",
        "{'baz':'qux','foo':['a',2,'c']}")]
    [InlineData("{'foo':'bar'}", "[{'op':'add','path':'/child','value':{'grandchild':{}}}]", "{'foo':'bar','child':{'grandchild':{}}}")]
    [InlineData("{'foo':'bar'}", "[{'op':'add','path':'/baz','value':'qux','xyz':123}]", "{'foo':'bar','baz':'qux'}")]
    [InlineData("{'/':9,'~1':10}", "[{'op':'test','path':'/~01','value':10}]", "{'/':9,'~1':10}")]
    [InlineData("{'foo':['bar']}", "[{'op':'add','path':'/foo/-','value':['abc','def']}]", "{'foo':['bar',['abc','def']]}")]
    [InlineData("{'a':{'b':1}}", "[{'op':'copy','from':'/a','path':'/c'},{'op':'replace','path':'/c/b','value':2}]", "{'a':{'b':1},'c':{'b':2}}")]
    [InlineData("{'a':[1,2,3]}", "[{'op':'remove','path':'/a/-1'}]", "{'a':[1,2]}")]
    [InlineData("{'a':1}", "[{'op':'replace','path':'/b','value':2}]", "{'a':1,'b':2}")]
    [InlineData("{'a':1}", "[{'op':'test','path':'/b','value':null}]", "{'a':1}")]
    [InlineData("{'a':1}", "[{'op':'replace','path':'','value':{'b':2}}]", "{'b':2}")]
    [InlineData("{'a':1}", "[{'op':'add','path':'/b','value':null}]", "{'a':1,'b':null}")]
    [InlineData("{'a':1}", "[]", "{'a':1}")]
    public void Gives(string original, string patch, string expected)
    {
        var before = Json.Object(original);
        var operations = Json.Tree(patch);

        var result = JsonPatch.Apply(before, operations);

        Assert.Null(result.Error);
        Assert.Equal(Json.Text(Json.Tree(expected)), Json.Text(result.Object));
        Assert.Equal(Json.Text(Json.Tree(original)), Json.Text(before));
        Assert.Equal(Json.Text(Json.Tree(patch)), Json.Text(operations));
    }

    [Theory]
    [InlineData("{'baz':'qux'}", "[{'op':'test','path':'/baz','value':'bar'}]", "testing value /baz failed")]
    [InlineData("{'foo':'bar'}", "[{'op':'add','path':'/baz/bat','value':'qux'}]", "doc is missing path")]
    [InlineData("{'/':9,'~1':10}", "[{'op':'test','path':'/~01','value':'10'}]", "testing value")]
    [InlineData("{'a':[1]}", "[{'op':'add','path':'/a/2','value':1}]", "invalid index")]
    [InlineData("{'a':[1]}", "[{'op':'remove','path':'/a/-2'}]", "remove")]
    [InlineData("{'a':[1]}", "[{'op':'replace','path':'/a/1','value':1}]", "missing key")]
    [InlineData("{'a':1}", "[{'op':'remove','path':'/b'}]", "nonexistent key: b")]
    [InlineData("{'a':1}", "[{'op':'move','from':'/b','path':'/c'}]", "error in move")]
    [InlineData("{'a':1}", "[{'op':'copy','from':'/b/c','path':'/c'}]", "missing from path")]
    [InlineData("{'a':1}", "[{'op':'copy','path':'/c'}]", "failed to decode from")]
    [InlineData("{'a':1}", "[{'op':'add','value':1}]", "failed to decode path")]
    [InlineData("{'a':1}", "[{'op':'conjure','path':'/a'}]", "Unexpected kind: conjure")]
    [InlineData("{'a':1}", "[{'path':'/a'}]", "Unexpected kind: unknown")]
    [InlineData("{'a':1}", "[{'op':'replace','path':'','value':3}]", "must be object or array")]
    [InlineData("{'a':1}", "[{'op':'replace','path':'','value':[]}]", "not an object")]
    public void Does_not_apply(string original, string patch, string detail)
    {
        var result = JsonPatch.Apply(Json.Object(original), Json.Tree(patch));

        Assert.Null(result.Object);
        Assert.Equal(422, result.Error!.Code);
        Assert.Equal("Invalid", result.Error.Reason);
        Assert.Equal("the server rejected our request due to an error in our request", result.Error.Message);
        Assert.Contains(detail, result.Error.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{'op':'add'}", "json: cannot unmarshal object into Go value of type jsonpatch.Patch")]
    [InlineData("['add']", "json: cannot unmarshal string into Go value of type jsonpatch.Operation")]
    public void Is_not_a_patch_at_all(string patch, string message)
    {
        var error = JsonPatch.Apply(new TreeObject(), Json.Tree(patch)).Error!;

        Assert.Equal((400, "BadRequest", message), (error.Code, error.Reason, error.Message));
    }

    [Fact]
    public void Has_too_many_operations()
    {
        var operation = Json.Tree("{'op':'test','path':'/a','value':null}");
        var most = new TreeList(Enumerable.Repeat(operation, JsonPatch.MaximumOperations));
        var tooMany = new TreeList(Enumerable.Repeat(operation, JsonPatch.MaximumOperations + 1));

        Assert.Null(JsonPatch.Apply(new TreeObject(), most).Error);
        var error = JsonPatch.Apply(new TreeObject(), tooMany).Error!;
        Assert.Equal(413, error.Code);
        Assert.Contains("The allowed maximum operations in a JSON patch is 10000, got 10001", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cannot_copy_itself_to_any_size()
    {
        var doubling = new TreeList();
        for (var i = 0; i < 64; i++)
            doubling.Add(Json.Tree($$"""{"op":"copy","from":"/a","path":"/a/{{i}}"}"""));

        var error = JsonPatch.Apply(Json.Object("{'a':{'text':'0123456789012345678901234567890123456789'}}"), doubling).Error!;

        Assert.Equal(422, error.Code);
        Assert.Contains("accumulated size increase of copy", error.Detail, StringComparison.Ordinal);
    }
}
