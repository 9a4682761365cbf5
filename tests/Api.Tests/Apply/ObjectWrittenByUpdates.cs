using CloudletK8s.Api.Apply;
using CloudletK8s.Api.Apps.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;
using CloudletK8s.TestKit.Trees;

namespace CloudletK8s.Api.Tests.Apply;

public class ObjectWrittenByUpdates
{
    private const string Deployment = """
        {"apiVersion":"apps/v1","kind":"Deployment",
         "metadata":{"name":"web","namespace":"default","creationTimestamp":null,"labels":{"app":"web"}},
         "spec":{"replicas":1,"selector":{"matchLabels":{"app":"web"}},
           "template":{"metadata":{"creationTimestamp":null,"labels":{"app":"web"}},
             "spec":{"containers":[{"name":"nginx","image":"nginx","resources":{},"imagePullPolicy":"Always",
               "ports":[{"containerPort":80,"protocol":"TCP"}],"env":[{"name":"A","value":"1"}]}],
               "restartPolicy":"Always","securityContext":{},"tolerations":[{"key":"a"}]}},
           "strategy":{"type":"RollingUpdate","rollingUpdate":{"maxSurge":"25%","maxUnavailable":"25%"}}},
         "status":{}}
        """;

    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Belongs_to_its_creator()
    {
        var made = Created(Deployment, "kubectl-create");

        var entry = Assert.Single(Entries(made));
        Assert.Equal(
            """{"manager":"kubectl-create","operation":"Update","apiVersion":"apps/v1","time":"2026-03-01T12:00:00Z","fieldsType":"FieldsV1"}""",
            Json.Text(Without(entry, "fieldsV1")));

        // What `kubectl create deployment` leaves on Kubernetes: spec and template always exist there, hence have no ".".
        const string Expected = """
            {"f:metadata":{"f:labels":{".":{},"f:app":{}}},
             "f:spec":{"f:replicas":{},"f:selector":{},"f:strategy":{"f:rollingUpdate":{".":{},"f:maxSurge":{},"f:maxUnavailable":{}},"f:type":{}},
               "f:template":{"f:metadata":{"f:labels":{".":{},"f:app":{}}},
                 "f:spec":{"f:containers":{"k:{\"name\":\"nginx\"}":{".":{},
                     "f:env":{".":{},"k:{\"name\":\"A\"}":{".":{},"f:name":{},"f:value":{}}},
                     "f:image":{},"f:imagePullPolicy":{},"f:name":{},
                     "f:ports":{".":{},"k:{\"containerPort\":80,\"protocol\":\"TCP\"}":{".":{},"f:containerPort":{},"f:protocol":{}}},
                     "f:resources":{}}},
                   "f:restartPolicy":{},"f:securityContext":{},"f:tolerations":{}}}}}
            """;
        Assert.Equal(Json.Text(Json.Tree(Expected)), Json.Text(entry["fieldsV1"]));
    }

    [Fact]
    public void Counts_absent_fields_that_kubernetes_always_has_as_there()
    {
        var lean = Json.Object(Deployment);
        lean.Object("spec", "template")!.Object("spec")!.List("containers")!.Objects().Single().Remove("resources");
        lean.Object("spec", "template")!.Object("metadata")!.Remove("creationTimestamp");
        lean.Remove("status");

        var made = Created(Json.Text(lean), "kubectl-create");

        Assert.Equal(Fields(Created(Deployment, "kubectl-create"), 0), Fields(made, 0));
    }

    [Fact]
    public void Passes_what_others_change_on_to_them()
    {
        var live = Created(Deployment, "creator");

        var next = Updated(live, "scaler", obj =>
        {
            obj.Object("spec")!.Set("replicas", 3);
            obj.Object("metadata", "labels")!.Set("team", "x");
        });

        Assert.Equal(["creator", "scaler"], Entries(next).Select(entry => entry.Text("manager")!));
        Assert.DoesNotContain("f:replicas", Fields(next, 0), StringComparison.Ordinal);
        Assert.Equal("""{"f:metadata":{"f:labels":{"f:team":{}}},"f:spec":{"f:replicas":{}}}""", Fields(next, 1));
    }

    [Fact]
    public void Has_one_entry_for_each_manager_version_and_subresource()
    {
        var live = Created(Deployment, "one");

        var again = Updated(live, "one", obj => obj.Object("spec")!.Set("paused", true));
        var status = Updated(again, "one", obj => obj.ObjectOrNew("status").Set("replicas", 1), subresource: "status");

        Assert.Single(Entries(again));
        Assert.Contains("\"f:paused\":{}", Fields(again, 0), StringComparison.Ordinal);
        Assert.Equal(2, Entries(status).Count);
        Assert.Equal("status", Entries(status)[1].Text("subresource"));
        Assert.Equal("""{"f:status":{"f:replicas":{}}}""", Fields(status, 1));
    }

    [Fact]
    public void Keeps_its_entries_when_nothing_changes()
    {
        var live = Created(Deployment, "one");

        var same = Updated(live, "two", _ => { });
        var sentWithout = Updated(live, "two", obj => obj.Object("metadata")!.Remove("managedFields"));

        Assert.True(same.SameAs(live));
        Assert.True(sentWithout.SameAs(live));
    }

    [Fact]
    public void Takes_removed_fields_from_everybody_and_leaves_times_alone()
    {
        var live = Created(Deployment, "one");

        var next = Updated(live, "two", obj => obj.Object("metadata")!.Remove("labels"));

        var entry = Assert.Single(Entries(next));
        Assert.Equal("2026-03-01T12:00:00Z", entry.Text("time"));
        Assert.DoesNotContain("f:metadata\":{\"f:labels\":{\".\"", "{" + Json.Text(entry["fieldsV1"])[1..20], StringComparison.Ordinal);
    }

    [Fact]
    public void Follows_items_of_lists_by_their_keys()
    {
        var live = Created(Deployment, "one");

        var next = Updated(live, "two", obj =>
        {
            var containers = obj.Object("spec", "template")!.Object("spec")!.List("containers")!;
            containers.Insert(0, Json.Tree("{'name':'side','image':'x','resources':{}}"));
            containers.Objects().Last().Set("image", "nginx:2");
        });

        Assert.Equal(
            """{"f:spec":{"f:template":{"f:spec":{"f:containers":{"k:{\"name\":\"nginx\"}":{"f:image":{}},"k:{\"name\":\"side\"}":{".":{},"f:image":{},"f:name":{},"f:resources":{}}}}}}}""",
            Fields(next, 1));
        Assert.DoesNotContain("f:image\"", Fields(next, 0), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[{}]")]
    public void Loses_its_entries_when_the_user_resets_them(string entries)
    {
        var live = Created(Deployment, "one");
        live.Object("metadata")!.Set("uid", "u");

        var next = Updated(live, "two", obj =>
        {
            obj.Object("metadata")!["managedFields"] = Json.Tree(entries);
            obj.Object("spec")!.Set("replicas", 5);
        });
        var later = Updated(next, "two", obj => obj.Object("spec")!.Set("replicas", 6));

        Assert.False(next.Object("metadata")!.Has("managedFields"));
        Assert.False(later.Object("metadata")!.Has("managedFields"));
    }

    [Theory]
    [InlineData("[{'manager':'x','operation':'Edit','apiVersion':'apps/v1','fieldsType':'FieldsV1','fieldsV1':{'f:spec':{}}}]")]
    [InlineData("[{'manager':'x','operation':'Update','apiVersion':'apps/v1','fieldsType':'FieldsV2','fieldsV1':{'f:spec':{}}}]")]
    [InlineData("[{'manager':'x','operation':'Update','apiVersion':'apps/v1','fieldsType':'FieldsV1','fieldsV1':{'spec':{}}}]")]
    [InlineData("[{'manager':'x','operation':'Update','apiVersion':'','fieldsType':'FieldsV1','fieldsV1':{}}]")]
    public void Falls_back_on_its_own_entries_when_the_user_sends_broken_ones(string entries)
    {
        var live = Created(Deployment, "one");

        var next = Updated(live, "two", obj => obj.Object("metadata")!["managedFields"] = Json.Tree(entries));

        Assert.True(next.SameAs(live));
    }

    [Fact]
    public void Takes_over_the_entries_that_the_user_edits_but_not_through_a_subresource()
    {
        var live = Created(Deployment, "one");
        const string Edited = """[{"manager":"x","operation":"Apply","apiVersion":"apps/v1","fieldsType":"FieldsV1","fieldsV1":{"f:spec":{"f:replicas":{},"f:paused":{}}}}]""";

        var edited = Updated(live, "two", obj => obj.Object("metadata")!["managedFields"] = Json.Tree(Edited));
        var viaStatus = Updated(live, "two", obj => obj.Object("metadata")!["managedFields"] = Json.Tree(Edited), subresource: "status");

        Assert.Equal("""{"f:spec":{"f:paused":{},"f:replicas":{}}}""", Fields(edited, 0));
        Assert.True(viaStatus.SameAs(live));
    }

    [Fact]
    public void Folds_the_oldest_of_more_than_ten_updaters()
    {
        var obj = Created(Deployment, "creator");
        for (var i = 0; i < 14; i++)
        {
            var label = $"l{i:00}";
            obj = Updated(obj, $"manager{i:00}", next => next.Object("metadata", "labels")!.Set(label, "x"), at: Noon.AddMinutes(i + 1));
        }

        var entries = Entries(obj);
        Assert.Equal(10, entries.Count);
        Assert.Equal("ancient-changes", entries[0].Text("manager"));
        Assert.Equal("2026-03-01T12:05:00Z", entries[0].Text("time"));
        Assert.Contains("\"f:l00\":{},\"f:l01\":{},\"f:l02\":{},\"f:l03\":{},\"f:l04\":{}", Fields(obj, 0), StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(5, 9).Select(i => $"manager{i:00}"), entries.Skip(1).Select(entry => entry.Text("manager")!));
    }

    [Fact]
    public void Is_owned_by_nobody_where_the_path_puts_fields_back()
    {
        var kind = BuiltInKinds.Of<Deployment>();
        var next = Json.Object(Deployment);
        next.ObjectOrNew("status").Set("replicas", 7);

        ManagedFieldsTracker.OnCreateOrUpdate(null, next, kind.Schema, "x", "apps/v1", "", Noon, ResetFields.Of(kind, ""));

        Assert.DoesNotContain("f:status", Fields(next, 0), StringComparison.Ordinal);
    }

    [Fact]
    public void Records_the_unknown_manager()
    {
        var made = Created("""{"metadata":{"name":"a"},"data":{"k":"v"}}""", "", RecordSchemas.Of<ConfigMap>());

        Assert.Equal("unknown", Entries(made)[0].Text("manager"));
        Assert.Equal("""{"f:data":{".":{},"f:k":{}}}""", Fields(made, 0));
    }

    [Fact]
    public void Has_no_entries_when_an_item_has_no_key()
    {
        var pod = Created("""{"metadata":{"name":"a"},"spec":{"containers":[{"image":"x"}]}}""", "x", RecordSchemas.Of<Pod>());

        Assert.False(pod.Object("metadata")!.Has("managedFields"));
    }

    [Fact]
    public void Treats_repeated_items_as_one()
    {
        var pod = Created("""{"metadata":{"finalizers":["a","b","a"]},"spec":{"containers":[{"name":"a"},{"name":"a"},{"name":"b"}]}}""", "x", RecordSchemas.Of<Pod>());

        Assert.Equal(
            """{"f:metadata":{"f:finalizers":{".":{},"v:\"a\"":{},"v:\"b\"":{}}},"f:spec":{"f:containers":{"k:{\"name\":\"a\"}":{},"k:{\"name\":\"b\"}":{".":{},"f:name":{},"f:resources":{}}}}}""",
            Fields(pod, 0));
    }

    [Fact]
    public void Is_untouched_by_times_alone()
    {
        var live = Created(Deployment, "one");
        var next = live.CloneObject();
        next.Object("metadata")!.List("managedFields")!.Objects().Single().Set("time", "2027-01-01T00:00:00Z");
        var changed = next.CloneObject();
        changed.Object("spec")!.Set("replicas", 2);

        ManagedFieldsTracker.KeepTimesWhenUnchanged(live, next);
        ManagedFieldsTracker.KeepTimesWhenUnchanged(live, changed);

        Assert.True(next.SameAs(live));
        Assert.Equal("2027-01-01T00:00:00Z", Entries(changed)[0].Text("time"));
    }

    internal static TreeObject Created(string json, string manager, Schema? schema = null)
    {
        var obj = Json.Object(json);
        ManagedFieldsTracker.OnCreateOrUpdate(null, obj, schema ?? RecordSchemas.Of<Deployment>(), manager, "apps/v1", "", Noon);
        return obj;
    }

    private static TreeObject Updated(
        TreeObject live, string manager, Action<TreeObject> change, string subresource = "", DateTimeOffset? at = null)
    {
        var next = live.CloneObject();
        change(next);
        ManagedFieldsTracker.OnCreateOrUpdate(
            live, next, RecordSchemas.Of<Deployment>(), manager, "apps/v1", subresource, at ?? Noon.AddHours(1));
        return next;
    }

    private static List<TreeObject> Entries(TreeObject obj) => [.. obj.Object("metadata")!.List("managedFields")!.Objects()];

    private static string Fields(TreeObject obj, int index) => Json.Text(Entries(obj)[index]["fieldsV1"]);

    private static TreeObject Without(TreeObject entry, string name)
    {
        var copy = entry.CloneObject();
        copy.Remove(name);
        return copy;
    }
}
