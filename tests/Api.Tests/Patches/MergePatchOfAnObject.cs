using CloudletK8s.Api.Patches;
using CloudletK8s.TestKit.Trees;

namespace CloudletK8s.Api.Tests.Patches;

public class MergePatchOfAnObject
{
    /// <summary>The examples of RFC 7386, appendix A, as far as they are about objects.</summary>
    [Theory]
    [InlineData("{'a':'b'}", "{'a':'c'}", "{'a':'c'}")]
    [InlineData("{'a':'b'}", "{'b':'c'}", "{'a':'b','b':'c'}")]
    [InlineData("{'a':'b'}", "{'a':null}", "{}")]
    [InlineData("{'a':'b','b':'c'}", "{'a':null}", "{'b':'c'}")]
    [InlineData("{'a':['b']}", "{'a':'c'}", "{'a':'c'}")]
    [InlineData("{'a':'c'}", "{'a':['b']}", "{'a':['b']}")]
    [InlineData("{'a':{'b':'c'}}", "{'a':{'b':'d','c':null}}", "{'a':{'b':'d'}}")]
    [InlineData("{'a':[{'b':'c'}]}", "{'a':[1]}", "{'a':[1]}")]
    [InlineData("{'e':null}", "{'a':1}", "{'e':null,'a':1}")]
    [InlineData("{}", "{'a':{'bb':{'ccc':null}}}", "{'a':{'bb':{}}}")]
    [InlineData("{}", "{'a':[{'b':null,'c':1}]}", "{'a':[{'c':1}]}")]
    [InlineData("{'a':{'b':1}}", "{}", "{'a':{'b':1}}")]
    public void Gives(string original, string patch, string expected)
    {
        var before = Json.Object(original);

        var result = MergePatch.Apply(before, Json.Tree(patch));

        Assert.Equal(Json.Text(Json.Tree(expected)), Json.Text(result.Object));
        Assert.Equal(Json.Text(Json.Tree(original)), Json.Text(before));
    }

    [Theory]
    [InlineData("['c']", "array")]
    [InlineData("null", "null")]
    [InlineData("'bar'", "string")]
    public void Must_be_an_object(string patch, string kind)
    {
        var error = MergePatch.Apply(Json.Object("{'a':1}"), Json.Tree(patch)).Error!;

        Assert.Equal(400, error.Code);
        Assert.Equal($"error decoding patch: json: cannot unmarshal {kind} into Go value of type map[string]interface {{}}", error.Message);
    }
}
