using CloudletK8s.Api.Selectors;

namespace CloudletK8s.Api.Tests.Selectors;

public class FieldSelectorTexts
{
    [Theory]
    [InlineData("", true)]
    [InlineData("metadata.name=a", true)]
    [InlineData("metadata.name==a,status.phase!=Failed", true)]
    [InlineData("metadata.name!=a", false)]
    [InlineData("spec.nodeName=", true)]
    [InlineData("status.reason=x\\,y", true)]
    public void Match_as_in_Kubernetes(string text, bool expected)
    {
        Assert.True(FieldRequirements.TryParse(text, out var query, out var error), error);
        Assert.Equal(expected, query.Matches(field => field switch
        {
            "metadata.name" => "a",
            "status.phase" => "Running",
            "status.reason" => "x,y",
            _ => "",
        }));
    }

    [Theory]
    [InlineData("abc", "invalid selector: 'abc'; can't understand 'abc'")]
    [InlineData("a=b\\x", "invalid field selector: invalid escape sequence: \\x")]
    [InlineData("a=b\\", "invalid field selector: invalid escape sequence: \\")]
    [InlineData("a=b=c", "invalid field selector: unescaped character in value: 61")]
    public void That_are_none_are_refused_in_Kubernetes_words(string text, string expected)
    {
        Assert.False(FieldRequirements.TryParse(text, out _, out var error));
        Assert.Equal(expected, error);
    }

    [Fact]
    public void Tell_the_value_that_a_field_must_have()
    {
        Assert.True(FieldRequirements.TryParse("spec.nodeName=n1,metadata.name!=x", out var query, out _));
        Assert.Equal("n1", query.Exact("spec.nodeName"));
        Assert.Null(query.Exact("metadata.name"));
    }
}
