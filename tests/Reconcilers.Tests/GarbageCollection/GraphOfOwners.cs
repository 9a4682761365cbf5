using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Kinds;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Dynamic;
using CloudletK8s.Reconcilers.GarbageCollection;

namespace CloudletK8s.Reconcilers.Tests.GarbageCollection;

public sealed class GraphOfOwners
{
    private readonly OwnershipGraph _graph = new();

    [Fact]
    public void Keeps_nothing_of_those_who_own_nothing_and_belong_to_nobody()
    {
        Assert.Empty(_graph.Hear(Life("a")));
        Assert.Empty(_graph.Hear(Life("a") with { IsGone = true }));
        Assert.Empty(_graph.Everything());
    }

    [Fact]
    public void Lets_one_dependent_ask_for_all()
    {
        Assert.Single(_graph.Hear(Life("a", "owner")));
        Assert.Empty(_graph.Hear(Life("b", "owner")));
        Assert.Empty(_graph.Hear(Life("c", "owner")));

        Assert.Equal(3, _graph.Missed("owner", Place("owner"), false).Count);
    }

    [Fact]
    public void Lets_another_ask_when_the_first_goes()
    {
        _graph.Hear(Life("a", "owner"));
        _graph.Hear(Life("b", "owner"));

        Assert.Equal([Key("b")], _graph.Hear(Life("a") with { IsGone = true }));
    }

    [Fact]
    public void Looks_at_all_dependents_when_their_owner_goes()
    {
        _graph.Hear(Life("a", "owner"));
        _graph.Hear(Life("b", "owner"));
        _graph.Found("owner", Place("owner"));
        Assert.Empty(_graph.Hear(Life("c", "owner")));

        Assert.Equal([Key("a"), Key("b"), Key("c")], _graph.Hear(Life("owner") with { IsGone = true }).OrderBy(key => key.Name, StringComparer.Ordinal));
        Assert.Equal(OwnerState.Absent, _graph.StateOf("owner", Place("owner"))!.Value.State);
    }

    [Fact]
    public void Forgets_everything_in_the_end()
    {
        _graph.Hear(Life("owner") with { IsDeleting = true, Finalizers = ["foregroundDeletion"] });
        _graph.Hear(Life("a", "owner"));
        Assert.Equal([Key("owner")], _graph.Hear(Life("a") with { IsGone = true }));
        _graph.Hear(Life("owner") with { IsGone = true });

        Assert.Empty(_graph.Everything());
        Assert.Null(_graph.StateOf("owner", Place("owner")));
    }

    private static ObjectName Key(string name) => GarbageKey.Of("configmaps", new("here", name));

    private static OwnerPlace Place(string owner) => new("v1", "ConfigMap", "here", owner);

    private static ObjectLife Life(string name, params string[] owners) => new()
    {
        Kind = BuiltInKinds.Of<ConfigMap>(),
        Name = new("here", name),
        Uid = name,
        Owners = [.. owners.Select(owner => new OwnerLink("v1", "ConfigMap", owner, owner, Blocks: true))],
    };
}
