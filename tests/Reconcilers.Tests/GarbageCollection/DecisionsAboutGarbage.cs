using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.ControllerRuntime.Dynamic;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.Reconcilers.GarbageCollection;

namespace CloudletK8s.Reconcilers.Tests.GarbageCollection;

/// <summary>What stands about an object and its owners, and what is done about it.</summary>
public sealed class DecisionsAboutGarbage
{
    public static TheoryData<string, string, string> Situations => new()
    {
        // owners ("s" solid, "a" absent, "w" waiting, "u" unknown, "i" impossible), dependents ("b" blocks, "n" does not, "w" waits itself)
        { "", "", "" },
        { "s", "", "" },
        { "s,s", "b", "" },
        { "a", "", "delete Background 7" },
        { "a,a", "b", "delete Background 7" },
        { "s,a", "", "keep owner-0" },
        { "a,s,w", "b", "keep owner-1" },
        { "w", "", "delete Background 7" },
        { "w", "b", "delete Foreground 7" },
        { "a,w", "n", "delete Foreground 7" },
        { "w", "w", "unblock, delete Foreground" },
        { "u", "", "" },
        { "a,u", "", "" },
        { "i", "", "" },
    };

    [Theory]
    [MemberData(nameof(Situations))]
    public void Depend_on_owners_and_dependents(string owners, string dependents, string expected)
    {
        OwnerView[] views = [.. Parts(owners).Select((letter, i) => new OwnerView(Owner(i), State(letter)))];
        var obj = Object() with { Metadata = Object().Metadata with { OwnerReferences = [.. views.Select(view => view.Reference)] } };

        Assert.Equal(expected, Text(GarbagePlan.Decide(new(obj, views, [.. Parts(dependents).Select(letter => new DependentView(letter == "b", letter == "w"))]))));
    }

    [Theory]
    [InlineData("orphan", "delete Orphan 7")]
    [InlineData("foregroundDeletion", "delete Foreground 7")]
    [InlineData("example.com/other", "delete Background 7")]
    public void Honour_the_finalizers_that_are_there(string finalizer, string expected)
    {
        var obj = Object(finalizer) with { Metadata = Object(finalizer).Metadata with { OwnerReferences = [Owner(0)] } };

        Assert.Equal(expected, Text(GarbagePlan.Decide(new(obj, [new(Owner(0), OwnerState.Absent)], []))));
    }

    [Theory]
    [InlineData("foregroundDeletion", "", "finalize ")]
    [InlineData("foregroundDeletion", "n", "finalize ")]
    [InlineData("foregroundDeletion", "b", "")]
    [InlineData("orphan", "", "finalize ")]
    [InlineData("orphan", "b,n", "let go, let go, finalize ")]
    [InlineData("example.com/other", "b", "")]
    public void Of_what_is_deleted_depend_on_its_finalizers(string finalizer, string dependents, string expected)
    {
        var obj = Object(finalizer) with { Metadata = Object(finalizer).Metadata with { DeletionTimestamp = DateTimeOffset.UnixEpoch } };
        var child = Object() with { Metadata = Object().Metadata with { Name = "child", OwnerReferences = [new() { Name = "me", Uid = "uid" }] } };
        var views = Parts(dependents).Select(letter => new DependentView(letter == "b", false, child));

        Assert.Equal(expected, Text(GarbagePlan.Decide(new(obj, [], [.. views]))));
    }

    private static string[] Parts(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static OwnerReference Owner(int index) => new() { ApiVersion = "v1", Kind = "ConfigMap", Name = $"owner-{index}", Uid = $"owner-{index}", BlockOwnerDeletion = true };

    private static OwnerState State(string letter) => letter switch
    {
        "s" => OwnerState.Solid,
        "a" => OwnerState.Absent,
        "w" => OwnerState.Waiting,
        "u" => OwnerState.Unknown,
        _ => OwnerState.Impossible,
    };

    private static PartialObject Object(params string[] finalizers) => new(
        BuiltInKinds.Of<ConfigMap>(), new() { Name = "me", Namespace = "here", Uid = "uid", ResourceVersion = "7", Finalizers = finalizers });

    private static string Text(Plan plan) => string.Join(", ", plan.Steps.SelectMany(step => step.Writes).Select(Text));

    private static string Text(Write write) => write switch
    {
        Write.DeleteAny delete => $"delete {delete.Options.PropagationPolicy} {delete.Options.Preconditions?.ResourceVersion}".TrimEnd(),
        Write.PatchAny { Object.Metadata.Name: "child" } => "let go",
        Write.PatchAny patch when Change(patch).Has("finalizers") => $"finalize {string.Join(' ', Change(patch).List("finalizers")?.Texts() ?? [])}",
        Write.PatchAny patch when Change(patch).List("ownerReferences")!.Objects().All(owner => owner.Flag("blockOwnerDeletion") == false) => "unblock",
        Write.PatchAny patch => $"keep {string.Join(' ', Change(patch).List("ownerReferences")!.Objects().Select(owner => owner.Text("name")))}",
        _ => write.ToString(),
    };

    private static Api.Trees.TreeObject Change(Write.PatchAny patch) => ((ControllerRuntime.Clients.ObjectPatch.Merge)patch.Change).Change.Object("metadata")!;
}
