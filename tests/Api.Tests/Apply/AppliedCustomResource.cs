using System.Diagnostics.CodeAnalysis;
using CloudletK8s.Api.Apply;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;
using CloudletK8s.TestKit.Trees;

namespace CloudletK8s.Api.Tests.Apply;

public class AppliedCustomResource
{
    private static readonly Schema Text = new(SchemaKind.Text);
    private static readonly Schema Number = new(SchemaKind.Integer);

    [Fact]
    public void Owns_members_of_free_form_objects_and_lists_as_a_whole()
    {
        var thing = new Applying(Custom(("free", new Schema(SchemaKind.Object) { PreserveUnknown = true })), "x.io/v1");

        thing.Apply("one", "{'metadata':{'name':'x','labels':{'l':'1'}},'spec':{'free':{'a':{'b':1},'list':[1,2],'n':null}}}");
        thing.Apply("two", "{'metadata':{'name':'x'},'spec':{'free':{'a':{'c':2}}}}");

        Assert.Equal(
            """{"f:metadata":{"f:labels":{"f:l":{}}},"f:spec":{"f:free":{"f:a":{".":{},"f:b":{}},"f:list":{},"f:n":{}}}}""",
            thing.Owned("one"));
        Assert.Equal("""{"f:spec":{"f:free":{"f:a":{".":{},"f:c":{}}}}}""", thing.Owned("two"));
        Assert.Equal([".spec.free.list"], thing.Try("two", "{'metadata':{'name':'x'},'spec':{'free':{'list':[3]}}}").Conflicts.Select(c => c.Field));
    }

    [Fact]
    public void Follows_sets_and_keyed_lists_of_its_definition()
    {
        var item = new Schema(SchemaKind.Object).WithFields(() =>
            [new("id", Number), new("zone", Text) { Default = new TreeText("eu") }, new("note", Text)]);
        var thing = new Applying(
            Custom(
                ("tags", new Schema(SchemaKind.List) { Element = Text, ListMerge = ListMerge.Set }),
                ("items", new Schema(SchemaKind.List) { Element = item, ListMerge = ListMerge.Map, ListKeys = ["zone", "id"] })),
            "x.io/v1");

        thing.Apply("one", "{'metadata':{'name':'x'},'spec':{'tags':['b','a'],'items':[{'id':1,'note':'n'}]}}");
        thing.Apply("two", "{'metadata':{'name':'x'},'spec':{'tags':['c','b'],'items':[{'id':1,'zone':'us'}]}}");
        Assert.Equal(
            """{"f:spec":{"f:items":{"k:{\"id\":1,\"zone\":\"eu\"}":{".":{},"f:id":{},"f:note":{}}},"f:tags":{"v:\"a\"":{},"v:\"b\"":{}}}}""",
            thing.Owned("one"));

        thing.Apply("one", "{'metadata':{'name':'x'},'spec':{'tags':['a']}}");
        Assert.Equal("""{"spec":{"tags":["c","b","a"],"items":[{"id":1,"zone":"us"}]}}""", thing.Body());
    }

    [Fact]
    public void Owns_its_new_parents_on_create_unlike_built_in_kinds()
    {
        var obj = Json.Object("{'apiVersion':'x.io/v1','kind':'Thing','metadata':{'name':'x'},'spec':{'size':1}}");

        ManagedFieldsTracker.OnCreateOrUpdate(null, obj, Custom(("size", Number)), "one", "x.io/v1", "", DateTimeOffset.UnixEpoch);

        Assert.Equal(
            """{"f:spec":{".":{},"f:size":{}}}""",
            Json.Text(obj.Object("metadata")!.List("managedFields")!.Objects().Single()["fieldsV1"]));
    }

    [Fact]
    public void Refuses_fields_outside_its_definition()
    {
        var thing = new Applying(Custom(("size", Number)), "x.io/v1");

        var error = thing.Try("one", "{'kind':'Thing','metadata':{'name':'x'},'spec':{'sise':1}}").Error!;

        Assert.Equal("failed to create typed patch object (/x; x.io/v1, Kind=Thing): .spec.sise: field not declared in schema", error.Message);
    }

    [Fact]
    public void Owns_the_whole_where_its_definition_has_become_atomic()
    {
        var granular = new Schema(SchemaKind.List) { Element = Text, ListMerge = ListMerge.Set };
        var before = new Applying(Custom(("tags", granular), ("size", Number)), "x.io/v1");
        before.Apply("one", "{'metadata':{'name':'x'},'spec':{'tags':['a'],'size':1}}");
        var after = new Applying(Custom(("tags", new Schema(SchemaKind.List) { Element = Text }), ("size", Number)), "x.io/v1") { Live = before.Live };

        after.Apply("two", "{'metadata':{'name':'x'},'spec':{'size':1}}");

        Assert.Equal("""{"f:spec":{"f:size":{},"f:tags":{}}}""", after.Owned("one"));
    }

    [Fact]
    public void Compares_in_the_version_that_an_entry_speaks()
    {
        var old = Custom(("length", Number));
        var renamed = Custom(("size", Number));
        var versions = new Renaming(old, renamed);
        var thing = new Applying(renamed, "x.io/v2")
        {
            Live = Json.Object("""
                {"apiVersion":"x.io/v2","metadata":{"name":"x","uid":"u","managedFields":[
                  {"manager":"old","operation":"Apply","apiVersion":"x.io/v1","fieldsType":"FieldsV1","fieldsV1":{"f:spec":{"f:length":{}}}},
                  {"manager":"gone","operation":"Apply","apiVersion":"x.io/v0","fieldsType":"FieldsV1","fieldsV1":{"f:spec":{"f:girth":{}}}}]},
                 "spec":{"size":1}}
                """),
        };

        var refused = thing.Try("new", "{'metadata':{'name':'x'},'spec':{'size':2}}", versions: versions);
        thing.Live = thing.Try("old", "{'metadata':{'name':'x'},'spec':{}}", versions: versions).Object;

        Assert.Equal("Apply failed with 1 conflict: conflict with \"old\": .spec.length", refused.ConflictMessage);
        Assert.DoesNotContain("size", thing.Body(), StringComparison.Ordinal);
        Assert.Null(thing.Entry("gone"));
    }

    private static Schema Custom(params (string Name, Schema Schema)[] spec)
    {
        var fields = new Schema(SchemaKind.Object).WithFields(() => [.. spec.Select(field => new FieldSchema(field.Name, field.Schema))]);
        return new Schema(SchemaKind.Object).WithFields(() => [new("spec", fields)]);
    }

    private sealed class Renaming(Schema old, Schema renamed) : IObjectVersions
    {
        public bool TryConvert(
            TreeObject obj, string apiVersion, [MaybeNullWhen(false)] out TreeObject converted, [MaybeNullWhen(false)] out Schema schema)
        {
            (converted, schema) = (obj.CloneObject(), apiVersion == "x.io/v1" ? old : renamed);
            converted.Set("apiVersion", apiVersion);
            var (from, to) = apiVersion == "x.io/v1" ? ("size", "length") : ("length", "size");
            if (converted.Object("spec") is { } spec && spec[from] is { } value)
            {
                spec.Remove(from);
                spec.Set(to, value);
            }

            return apiVersion is "x.io/v1" or "x.io/v2";
        }
    }
}
