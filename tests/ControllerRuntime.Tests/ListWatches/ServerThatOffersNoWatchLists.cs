using static CloudletK8s.ControllerRuntime.Tests.ListWatches.ScriptedFrame;

namespace CloudletK8s.ControllerRuntime.Tests.ListWatches;

public sealed class ServerThatOffersNoWatchLists : ListWatchScenario
{
    [Fact]
    public async Task Is_asked_for_lists_and_not_asked_again()
    {
        Server.Watch(Refusal(422, "Invalid"));
        Server.Answer(List(5, "", Item("a", 3)));
        Server.Watch(Gone);
        Server.Answer(List(9, "", Item("a", 3), Item("b", 8)));
        Server.Watch(Object("MODIFIED", "a", 10));
        Run(useWatchList: true);

        await Hears("added a", "synced 5", "added b", "synced 9", "modified a");
        Assert.Equal(
            ["watch sendInitialEvents=true", "list limit=2", "watch resourceVersion=5", "list limit=2", "watch resourceVersion=9"],
            Server.Asked.Take(5));
    }
}
