using CloudletK8s.Api.Autoscaling.V1.Rules;
using CloudletK8s.TestKit.Trees;

namespace CloudletK8s.Api.Tests.Autoscaling;

public class ScaleOfAnObject
{
    private const string Web = """
        {'metadata':{'name':'web','namespace':'d','uid':'u','resourceVersion':'7','labels':{'a':'b'}},
         'spec':{'replicas':3,'selector':{'matchLabels':{'b':'2','a':'1'},'matchExpressions':[{'key':'c','operator':'NotIn','values':['y','x']},{'key':'d','operator':'DoesNotExist'}]}},
         'status':{'replicas':2}}
        """;

    [Fact]
    public void Shows_replicas_and_the_selector_as_a_query() => Assert.Equal(
        """{"kind":"Scale","apiVersion":"autoscaling/v1","metadata":{"name":"web","namespace":"d","uid":"u","resourceVersion":"7"},"spec":{"replicas":3},"status":{"replicas":2,"selector":"a=1,b=2,c notin (x,y),!d"}}""",
        Json.Text(ScaleMapping.ToScale(Json.Object(Web), ScalePaths.BuiltIn)));

    [Fact]
    public void Writes_replicas_back_at_the_version_that_was_read()
    {
        var original = Json.Object(Web);

        var result = ScaleMapping.Apply(Json.Object("{'metadata':{'resourceVersion':'6'},'spec':{'replicas':9}}"), original, ScalePaths.BuiltIn);

        Assert.Equal(9, result.Object("spec")!.Whole("replicas"));
        Assert.Equal("6", result.Object("metadata")!.Text("resourceVersion"));
        Assert.Equal(3, original.Object("spec")!.Whole("replicas"));
    }

    [Theory]
    [InlineData("{'spec':{'selector':{'x':'1','a':'2'},'replicas':0}}", "a=2,x=1")]
    [InlineData("{'spec':{'selector':'app=x','replicas':0}}", "app=x")]
    [InlineData("{'spec':{'replicas':0}}", null)]
    public void Reads_selectors_of_other_forms(string obj, string? selector) =>
        Assert.Equal(selector, ScaleMapping.ToScale(Json.Object(obj), ScalePaths.BuiltIn)!.Object("status")!.Text("selector"));

    [Fact]
    public void Finds_the_paths_of_a_custom_resource()
    {
        var paths = new ScalePaths(".spec.size.count", ".status.size", null);

        Assert.Null(ScaleMapping.ToScale(Json.Object("{'spec':{}}"), paths));
        Assert.Equal(4, ScaleMapping.ToScale(Json.Object("{'spec':{'size':{'count':4}}}"), paths)!.Object("spec")!.Whole("replicas"));
        Assert.Equal(
            """{"spec":{"size":{"count":2}},"metadata":{}}""",
            Json.Text(ScaleMapping.Apply(Json.Object("{'spec':{'replicas':2}}"), Json.Object("{'spec':{}}"), paths)));
    }
}
