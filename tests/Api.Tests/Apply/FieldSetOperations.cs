using CloudletK8s.Api.Apply;
using CloudletK8s.TestKit.Trees;

namespace CloudletK8s.Api.Tests.Apply;

public class FieldSetOperations
{
    [Theory]
    [InlineData("{}", "{}", "{}", "{}", "{}", "{}")]
    [InlineData("{'f:a':{},'f:b':{}}", "{'f:b':{},'f:c':{}}", "{'f:a':{},'f:b':{},'f:c':{}}", "{'f:b':{}}", "{'f:a':{}}", "{'f:a':{}}")]
    [InlineData("{'f:a':{'.':{},'f:x':{}}}", "{'f:a':{}}", "{'f:a':{'.':{},'f:x':{}}}", "{'f:a':{}}", "{'f:a':{'f:x':{}}}", "{}")]
    [InlineData("{'f:a':{}}", "{'f:a':{'f:x':{}}}", "{'f:a':{'.':{},'f:x':{}}}", "{}", "{'f:a':{}}", "{'f:a':{}}")]
    [InlineData(
        "{'f:a':{'f:x':{},'f:y':{'f:z':{}}}}",
        "{'f:a':{'f:y':{'f:z':{}}}}",
        "{'f:a':{'f:x':{},'f:y':{'f:z':{}}}}",
        "{'f:a':{'f:y':{'f:z':{}}}}",
        "{'f:a':{'f:x':{}}}",
        "{'f:a':{'f:x':{}}}")]
    public void Join_meet_and_take_away(string left, string right, string union, string intersection, string difference, string without)
    {
        var (first, second) = (Set(left), Set(right));

        Assert.Equal(Json.Text(Json.Tree(union)), Text(first.Union(second)));
        Assert.Equal(Json.Text(Json.Tree(intersection)), Text(first.Intersection(second)));
        Assert.Equal(Json.Text(Json.Tree(difference)), Text(first.Difference(second)));
        Assert.Equal(Json.Text(Json.Tree(without)), Text(first.Without(second)));
    }

    [Fact]
    public void Write_fields_before_keys_before_values_each_in_its_order()
    {
        const string Unordered = """
            {"v:\"b\"":{},"v:2":{},"v:10":{},"v:\"a b\"":{},"v:\"a!\"":{},"k:{\"port\":80,\"name\":\"a\"}":{".":{},"f:z":{}},"k:{\"port\":9}":{},"i:10":{},"i:9":{},"f:b":{},"f:B":{},"f:a":{"f:y":{},"f:x":{}}}
            """;

        Assert.Equal(
            """{"f:B":{},"f:a":{"f:x":{},"f:y":{}},"f:b":{},"k:{\"name\":\"a\",\"port\":80}":{".":{},"f:z":{}},"k:{\"port\":9}":{},"v:2":{},"v:10":{},"v:\"a b\"":{},"v:\"a!\"":{},"v:\"b\"":{},"i:9":{},"i:10":{}}""",
            Text(Set(Unordered)));
    }

    [Fact]
    public void Show_their_paths_with_each_level_before_those_below_it()
    {
        var set = Set("""{"f:spec":{"f:containers":{"k:{\"name\":\"a\"}":{".":{},"f:image":{}}},"f:replicas":{}},"f:finalizers":{"v:\"x\"":{}}}""");

        Assert.Equal(".finalizers[=\"x\"]\n.spec.replicas\n.spec.containers[name=\"a\"]\n.spec.containers[name=\"a\"].image\n", set.ToString());
        Assert.Equal(4, set.Count);
    }

    [Fact]
    public void Tell_which_members_are_leaves() =>
        Assert.Equal("""{"f:a":{"f:x":{}},"f:b":{}}""", Text(Set("{'f:a':{'.':{},'f:x':{}},'f:b':{}}").Leaves()));

    [Theory]
    [InlineData("{'a':{}}")]
    [InlineData("{'f':{}}")]
    [InlineData("{'k:[1]':{}}")]
    [InlineData("{'k:{':{}}")]
    [InlineData("{'v:nothing':{}}")]
    [InlineData("{'i:x':{}}")]
    [InlineData("{'f:a':1}")]
    [InlineData("{'f:a':{'f:b':null}}")]
    public void Refuse_what_they_cannot_read(string fields) => Assert.Null(FieldsV1.Parse(Json.Object(fields)));

    [Fact]
    public void Leave_out_elements_of_kinds_to_come() => Assert.Equal("""{"f:a":{}}""", Text(Set("{'f:a':{},'x:b':{'f:c':{}}}")));

    [Fact]
    public void Follow_the_laws_of_sets()
    {
        var nested = 0;
        var overlapping = 0;
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            var (a, b, c) = (RandomFieldSets.Next(random), RandomFieldSets.Next(random), RandomFieldSets.Next(random));
            nested += a.Leaves().Count < a.Count ? 1 : 0;
            overlapping += a.Intersection(b).IsEmpty || a.SameAs(b) ? 0 : 1;

            Assert.True(a.Union(b).SameAs(b.Union(a)), $"seed {seed}: union commutes");
            Assert.True(a.Intersection(b).SameAs(b.Intersection(a)), $"seed {seed}: intersection commutes");
            Assert.True(a.Union(b).Union(c).SameAs(a.Union(b.Union(c))), $"seed {seed}: union associates");
            Assert.True(a.Intersection(b.Union(c)).SameAs(a.Intersection(b).Union(a.Intersection(c))), $"seed {seed}: distributes");
            Assert.True(a.Difference(b).Union(a.Intersection(b)).SameAs(a), $"seed {seed}: parts make the whole");
            Assert.True(a.Difference(b).Intersection(b).IsEmpty, $"seed {seed}: difference is disjoint");
            Assert.True(a.Without(b).Difference(a).IsEmpty, $"seed {seed}: without is a part");
            Assert.True(a.Union(a).SameAs(a) && a.Difference(a).IsEmpty && a.Without(a).IsEmpty, $"seed {seed}: itself");
            Assert.All(a.Paths(), path => Assert.True(a.Has(path)));
            Assert.Equal(a.Count, a.Paths().Count());
        }

        Assert.True(nested > 100 && overlapping > 50, $"the generator is too tame: {nested} nested, {overlapping} overlapping");
    }

    [Fact]
    public void Are_the_same_after_being_written_and_read()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var set = RandomFieldSets.Next(new Random(seed));
            var text = Text(set);

            var again = Set(text);

            Assert.True(set.SameAs(again), $"seed {seed}: {text}");
            Assert.Equal(text, Text(again));
        }
    }

    /// <summary>Updates work on the written form; it must give what the sets give.</summary>
    [Fact]
    public void Give_the_same_in_their_written_form()
    {
        var untouched = 0;
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            var (a, b) = (RandomFieldSets.Next(random), RandomFieldSets.Next(random));
            var fields = FieldsV1.Of(a);

            var less = FieldsV1.Subtract(fields, b);
            var more = FieldsV1.Union(fields, b);

            Assert.Equal(Text(a.Difference(b)), less is null ? "{}" : Json.Text(less));
            Assert.Equal(Text(a.Union(b)), Json.Text(more));
            Assert.Equal(Text(a), Json.Text(fields));
            if (a.Intersection(b).IsEmpty && !a.IsEmpty)
            {
                Assert.Same(fields, less);
                untouched++;
            }
        }

        Assert.True(untouched > 20, $"the generator is too tame: {untouched} untouched");
    }

    private static FieldSet Set(string fields) => FieldsV1.Parse(Json.Object(fields))!;

    private static string Text(FieldSet set) => Json.Text(FieldsV1.Of(set));
}
