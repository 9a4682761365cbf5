using static CloudletK8s.ControllerRuntime.Tests.ListWatches.ScriptedFrame;

namespace CloudletK8s.ControllerRuntime.Tests.ListWatches;

public sealed class HistoryThatIsGone : ListWatchScenario
{
    [Fact]
    public async Task Leaves_only_the_differences_to_tell()
    {
        Server.Watch(
            Object("ADDED", "kept", 1), Object("ADDED", "changed", 2), Object("ADDED", "gone", 3), Object("ADDED", "again", 4, "old"),
            Bookmark(4, endsInitialEvents: true), Gone);
        Server.Watch(
            Object("ADDED", "kept", 1), Object("ADDED", "changed", 7), Object("ADDED", "again", 8, "new"), Object("ADDED", "fresh", 9),
            Bookmark(9, endsInitialEvents: true));
        Run(useWatchList: true);

        await Hears("added kept", "added changed", "added gone", "added again", "synced 4");
        await Hears("deleted gone", "modified changed", "deleted again", "added again", "added fresh", "synced 9");
    }

    [Fact]
    public async Task Makes_pages_that_expired_be_asked_for_as_a_whole()
    {
        Server.Answer(List(5, "next", Item("a", 1), Item("b", 2)));
        Server.Answer(Status(410, "Expired"));
        Server.Answer(List(9, "", Item("a", 1), Item("c", 8), Item("d", 9)));
        Run(useWatchList: false);

        await Hears("added a", "added c", "added d", "synced 9");
        Assert.Equal(["list limit=2", "list limit=2 continue=next", "list"], Server.Asked.Take(3));
    }

    [Fact]
    public async Task Tells_nothing_of_a_copy_that_broke_off_half_way()
    {
        Server.Watch(Object("ADDED", "a", 1), Object("ADDED", "b", 2), Break);
        Server.Watch(Object("ADDED", "b", 2), Bookmark(6, endsInitialEvents: true));
        Run(useWatchList: true);

        await Hears("added b", "synced 6");
    }
}
