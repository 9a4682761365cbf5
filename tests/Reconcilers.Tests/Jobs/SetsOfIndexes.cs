using CloudletK8s.Reconcilers.Jobs;

namespace CloudletK8s.Reconcilers.Tests.Jobs;

public sealed class SetsOfIndexes
{
    [Theory]
    [InlineData("", 10, "", 0)]
    [InlineData("1,3-5,7", 10, "1,3-5,7", 5)]
    [InlineData("1,2,3", 10, "1-3", 3)]
    [InlineData("1,2", 10, "1,2", 2)]
    [InlineData("0-9", 5, "0-4", 5)]
    [InlineData("7", 5, "", 0)]
    [InlineData("x,2,1-y", 5, "2", 1)]
    public void Are_read_and_written_as_a_status_has_them(string text, int completions, string written, int count)
    {
        var set = IndexIntervals.Parse(text, completions);

        Assert.Equal((written, count), (set.ToString(), set.Count));
    }

    [Fact]
    public void Know_what_they_have_lack_and_share()
    {
        var set = IndexIntervals.Parse("1,4-6", 10);

        Assert.Equal([0, 2, 3], set.Missing(3, 10));
        Assert.Equal([0, 2, 3, 7], set.Missing(9, 8));
        Assert.Equal([false, true, true, false], new[] { 0, 1, 5, 7 }.Select(set.Has));
        Assert.Equal(3, set.Common(IndexIntervals.Parse("0-1,5-8", 10)));
        Assert.Equal("0-6", set.Union(IndexIntervals.Of([3, 2, 0])).ToString());
    }
}
