using CloudletK8s.Api.Cel;

namespace CloudletK8s.Api.Tests.Cel;

public sealed class ExpressionThatIsWrong
{
    [Theory]
    [InlineData("self.other == 1", "no such key: other")]
    [InlineData("self.min / 0 == 1", "division by zero")]
    [InlineData("self.min % 0 == 1", "modulus by zero")]
    [InlineData("self.name < 1", "no such overload")]
    [InlineData("'wants ' + self.min == ''", "no such overload")]
    [InlineData("self.tags[5] == ''", "index out of bounds: 5")]
    [InlineData("self.tags.charAt(1) == ''", "no such overload: charAt(list, int)")]
    [InlineData("self.min * 9223372036854775807 * 2 == 0", "integer overflow")]
    [InlineData("optional.none().value() == 1", "optional.none() dereference")]
    [InlineData("[].min() == 1", "min called on empty list")]
    [InlineData("self.min && true", "no such overload")]
    [InlineData("{'a': 1, 'a': 2} == {}", "Failed with repeated key: a")]
    public void Has_no_value(string expression, string message) => Assert.Equal(message, Assert.Throws<CelException>(() => Evaluated.Of(expression)).Message);

    [Theory]
    [InlineData("self.min <", "1:11: Syntax error: mismatched input '<EOF>' expecting {'[', '{', '(', '.', '-', '!', 'true', 'false', 'null', NUM_FLOAT, NUM_INT, NUM_UINT, STRING, BYTES, IDENTIFIER}", "self.min <", "..........^")]
    [InlineData("other == 1", "1:1: undeclared reference to 'other' (in container '')", "other == 1", "^")]
    [InlineData("true &&\n  self.name.nothing()", "2:20: undeclared reference to 'nothing' (in container '')", "  self.name.nothing()", "...................^")]
    [InlineData("self.name == 'x", "1:14: Syntax error: token recognition error at: '''", "self.name == 'x", ".............^")]
    [InlineData("has(self)", "1:4: invalid argument to has() macro", "has(self)", "...^")]
    [InlineData("1 > '1'", "1:3: found no matching overload for '_>_' applied to '(int, string)'", "1 > '1'", "..^")]
    [InlineData("'a'.startsWith(1)", "1:15: found no matching overload for 'startsWith' applied to 'string.(int)'", "'a'.startsWith(1)", "..............^")]
    [InlineData("[1, 'a'] == []", "1:5: expected type 'int' but found 'string'", "[1, 'a'] == []", "....^")]
    [InlineData("'a' && true", "1:1: expected type 'bool' but found 'string'", "'a' && true", "^")]
    [InlineData("1.all(x, true)", "1:1: expression of type 'int' cannot be range of a comprehension (must be list, map, or dynamic)", "1.all(x, true)", "^")]
    [InlineData("'a'.b", "1:4: type 'string' does not support field selection", "'a'.b", "...^")]
    [InlineData("for == 1", "1:1: Syntax error: reserved identifier: for", "for == 1", "^")]
    public void Is_refused_before_it_runs(string expression, string error, string line, string mark) =>
        Assert.Equal($"ERROR: <input>:{error}\n | {line}\n | {mark}", Evaluated.Compiled(expression).Error);

    [Fact]
    public void Ends_when_it_costs_too_much()
    {
        var list = $"[{string.Join(',', Enumerable.Range(0, 120))}]";

        Assert.Equal(
            "operation cancelled: actual cost limit exceeded",
            Assert.Throws<CelLimitException>(() => Evaluated.Of($"{list}.all(a, {list}.all(b, {list}.all(c, a + b + c >= 0)))")).Message);
        Assert.Throws<CelLimitException>(() => Evaluated.Of($"{list}.all(a, {list}.all(b, {list}.all(c, true))) || true"));
    }

    [Fact]
    public void Is_not_nested_without_end()
    {
        Assert.Contains("recursion limit", Evaluated.Compiled(new string('(', 5000) + "1" + new string(')', 5000)).Error);
        Assert.Contains("recursion limit", Evaluated.Compiled(new string('!', 5000) + "true").Error);
        Assert.Contains("recursion limit", Evaluated.Compiled("1" + string.Concat(Enumerable.Repeat(" + 1", 20_000))).Error);
        Assert.Contains("recursion limit", Evaluated.Compiled("self" + string.Concat(Enumerable.Repeat(".a", 20_000))).Error);
        Assert.Contains("recursion limit", Evaluated.Compiled("self" + string.Concat(Enumerable.Repeat(".size()", 10_000))).Error);
        Assert.Null(Evaluated.Compiled("true" + string.Concat(Enumerable.Repeat(" && true", 400))).Error);
        Assert.Contains("exceeds limit", Evaluated.Compiled(new string(' ', 200_000)).Error);
    }
}
