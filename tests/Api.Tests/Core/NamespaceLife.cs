using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Rules;
using CloudletK8s.TestKit.Trees;

namespace CloudletK8s.Api.Tests.Core;

public class NamespaceLife
{
    private readonly KindGiven<Namespace> _given = new("""{"metadata":{"name":"shop"}}""");

    [Fact]
    public void Begins_active_labelled_and_held()
    {
        var created = _given.Prepared();

        Assert.Equal("{'kubernetes.io/metadata.name':'shop'}", Json.Text(created.Object("metadata", "labels")).Replace('"', '\''));
        Assert.Equal("{'finalizers':['kubernetes']}", Json.Text(created.Object("spec")).Replace('"', '\''));
        Assert.Equal("{'phase':'Active'}", Json.Text(created.Object("status")).Replace('"', '\''));
        Assert.True(KindStrategies.Of(typeof(Namespace)).HoldsDeletion(created));
    }

    [Fact]
    public void Keeps_its_finalizers_and_label_in_an_update()
    {
        var updated = _given.Updated("{'metadata':{'labels':{'kubernetes.io/metadata.name':'lie'}},'spec':{'finalizers':null}}");

        Assert.Equal("shop", updated.Object("metadata", "labels")!.Text("kubernetes.io/metadata.name"));
        Assert.Equal(["kubernetes"], updated.Object("spec")!.List("finalizers")!.Texts());
    }

    [Fact]
    public void Ends_when_finalizing_takes_the_last_finalizer()
    {
        var updated = _given.Updated("{'spec':{'finalizers':null}}", "finalize");

        Assert.False(KindStrategies.Of(typeof(Namespace)).HoldsDeletion(updated));
    }

    [Theory]
    [InlineData("{'metadata':{'name':'a.b'}}", "metadata.name: Invalid value: \"a.b\": must not contain dots")]
    [InlineData("{'spec':{'finalizers':['mine']}}", "spec.finalizers: Invalid value: \"mine\": name is neither a standard finalizer name nor is it fully qualified")]
    public void Is_refused_for_what_is_wrong(string patch, string expected) => Assert.Equal(expected, _given.CreateErrors(patch));

    [Fact]
    public void Cannot_be_said_to_end_while_it_lives() => Assert.Equal(
        "status.Phase: Invalid value: \"Terminating\": may only be 'Active' if `deletionTimestamp` is empty",
        _given.UpdateErrors("{'status':{'phase':'Terminating'}}", "status"));

    [Fact]
    public void Finalizers_are_checked_one_by_one_when_finalizing() => Assert.Equal(
        "spec.finalizers[1]: Invalid value: \"mine\": name is neither a standard finalizer name nor is it fully qualified",
        _given.UpdateErrors("{'spec':{'finalizers':['kubernetes','mine']}}", "finalize"));
}
