using static CloudletK8s.ControllerRuntime.Tests.ListWatches.ScriptedFrame;

namespace CloudletK8s.ControllerRuntime.Tests.ListWatches;

public sealed class WatchThatBreaks : ListWatchScenario
{
    [Fact]
    public async Task Goes_on_after_the_last_change_or_bookmark()
    {
        Server.Answer(List(5, "", Item("a", 3)));
        Server.Watch(Object("MODIFIED", "a", 6), Break);
        Server.Watch(Bookmark(20), Break);
        Server.Watch(Object("DELETED", "a", 21));
        Run(useWatchList: false);

        await Hears("added a", "synced 5", "modified a", "deleted a");
        Assert.Equal(
            ["list limit=2", "watch resourceVersion=5", "watch resourceVersion=6", "watch resourceVersion=20"], Server.Asked.Take(4));
        Assert.All(Failures, failure => Assert.IsType<IOException>(failure));
        Assert.Equal(2, Failures.Count);
    }

    [Fact]
    public async Task Is_tried_again_ever_later_until_it_tells_something()
    {
        Server.Answer(List(5, "", Item("a", 3)));
        for (var i = 0; i < 4; i++)
            Server.Watch(Break);
        Server.Watch(Object("MODIFIED", "a", 6), Break);
        Server.Watch(Object("MODIFIED", "a", 7));
        Run(useWatchList: false);

        await Hears("added a", "synced 5", "modified a", "modified a");
        AssertWithinTwice([200, 400, 800, 1600, 200], Time.Waits.Take(5));
    }

    [Fact]
    public async Task Is_opened_again_at_once_when_it_merely_ended_and_rests_when_it_keeps_ending()
    {
        Server.Answer(List(5, "", Item("a", 3)));
        Server.Watch();
        Server.Watch();
        Server.Watch(Object("MODIFIED", "a", 6));
        Run(useWatchList: false);

        await Hears("added a", "synced 5", "modified a");
        AssertWithinTwice([400], Time.Waits);
        Assert.Empty(Failures);
    }

    [Fact]
    public async Task Waits_for_a_server_that_does_not_answer()
    {
        Server.Fail();
        Server.Answer(Status(503, "ServiceUnavailable"));
        Server.Answer(List(5, ""));
        Run(useWatchList: false);

        await Hears("synced 5");
        AssertWithinTwice([200, 400], Time.Waits.Take(2));
    }

    private static void AssertWithinTwice(int[] milliseconds, IEnumerable<TimeSpan> waits)
    {
        var found = waits.Select(wait => wait.TotalMilliseconds).ToArray();
        Assert.Equal(milliseconds.Length, found.Length);
        for (var i = 0; i < found.Length; i++)
            Assert.InRange(found[i], milliseconds[i], 2 * milliseconds[i]);
    }
}
