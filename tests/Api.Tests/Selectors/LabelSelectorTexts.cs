using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Selectors;

namespace CloudletK8s.Api.Tests.Selectors;

public class LabelSelectorTexts
{
    private static readonly Dictionary<string, string> Labels = new() { ["a"] = "1", ["tier"] = "web", ["empty"] = "" };

    [Theory]
    [InlineData("", true)]
    [InlineData("a=1", true)]
    [InlineData("a==1,tier=web", true)]
    [InlineData("a!=1", false)]
    [InlineData("b!=1", true)]
    [InlineData("tier in (web, db)", true)]
    [InlineData("tier notin (web)", false)]
    [InlineData("missing notin (web)", true)]
    [InlineData("a", true)]
    [InlineData("!a", false)]
    [InlineData("!missing", true)]
    [InlineData("a>0,a<2", true)]
    [InlineData("a>1", false)]
    [InlineData("tier>1", false)]
    [InlineData("empty=", true)]
    [InlineData("empty in ()", true)]
    [InlineData("empty in (,x)", true)]
    [InlineData(" a = 1 , tier ", true)]
    public void Match_as_in_Kubernetes(string text, bool expected)
    {
        Assert.True(LabelRequirements.TryParse(text, out var query, out var error), error);
        Assert.Equal(expected, query.Matches(Labels));
    }

    [Theory]
    [InlineData("a=b,c!=d,e in (y,x),!f,g,h>1", "a=b,c!=d,e in (x,y),!f,g,h>1")]
    [InlineData("z,a", "a,z")]
    public void Are_printed_in_order(string text, string expected)
    {
        Assert.True(LabelRequirements.TryParse(text, out var query, out _));
        Assert.Equal(expected, query.ToString());
    }

    [Theory]
    [InlineData("a=b=c", "found '=', expected: ',' or 'end of string'")]
    [InlineData("a,", "found '', expected: identifier after ','")]
    [InlineData(",a", "found ',', expected: !, identifier, or 'end of string'")]
    [InlineData("!", "unable to parse requirement: found '', expected: identifier")]
    [InlineData("a b", "unable to parse requirement: found 'b', expected: in, notin, =, ==, !=, gt, lt")]
    [InlineData("a in b", "unable to parse requirement: found 'b' expected: '('")]
    [InlineData("a in (b", "unable to parse requirement: found '', expected: ',' or ')'")]
    [InlineData("a>x", "unable to parse requirement: values[0]: Invalid value: \"x\": for 'Gt', 'Lt' operators, the value must be an integer")]
    [InlineData("a==!", "unable to parse requirement: found '!', expected: identifier")]
    [InlineData("-a", "unable to parse requirement: <nil>: Invalid value: \"-a\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')")]
    public void That_are_none_are_refused_in_Kubernetes_words(string text, string expected)
    {
        Assert.False(LabelRequirements.TryParse(text, out _, out var error));
        Assert.Equal(expected, error);
    }

    [Fact]
    public void From_objects_select_nothing_when_absent_and_everything_when_empty()
    {
        Assert.True(LabelRequirements.TryRead((LabelSelector?)null, out var none, out _));
        Assert.False(none.Matches(Labels));
        Assert.True(LabelRequirements.TryRead(new LabelSelector(), out var all, out _));
        Assert.True(all.Matches(Labels));
    }

    [Fact]
    public void From_objects_combine_labels_and_expressions()
    {
        var selector = new LabelSelector
        {
            MatchLabels = new Dictionary<string, string> { ["a"] = "1" },
            MatchExpressions = [new() { Key = "tier", Operator = "In", Values = ["web"] }, new() { Key = "gone", Operator = "DoesNotExist" }],
        };
        Assert.True(LabelRequirements.TryRead(selector, out var query, out _));
        Assert.True(query.Matches(Labels));
        Assert.False(query.Matches(new Dictionary<string, string> { ["a"] = "1" }));
        Assert.False(LabelRequirements.TryRead(new LabelSelector { MatchExpressions = [new() { Key = "a", Operator = "Like" }] }, out _, out var error));
        Assert.Equal("\"Like\" is not a valid label selector operator", error);
    }
}
