using CloudletK8s.Api.Apply;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;
using CloudletK8s.TestKit.Trees;

namespace CloudletK8s.Api.Tests.Apply;

public class AppliedConfigMap
{
    private readonly Applying _map = new(RecordSchemas.Of<ConfigMap>(), "v1");

    [Fact]
    public void Is_created_with_what_its_applier_owns()
    {
        _map.Apply("one", Data("{'a':'1','b':'2'}"));

        Assert.Equal("""{"data":{"a":"1","b":"2"}}""", _map.Body());
        Assert.Equal(
            """{"manager":"one","operation":"Apply","apiVersion":"v1","time":"2026-03-01T12:01:00Z","fieldsType":"FieldsV1","fieldsV1":{"f:data":{"f:a":{},"f:b":{}}}}""",
            Json.Text(_map.Entry("one")));
    }

    [Fact]
    public void Loses_what_its_applier_gives_up()
    {
        _map.Apply("one", Data("{'a':'1','b':'2'}")).Apply("one", Data("{'b':'2'}"));

        Assert.Equal("""{"data":{"b":"2"}}""", _map.Body());
        Assert.Equal("""{"f:data":{"f:b":{}}}""", _map.Owned("one"));
    }

    [Fact]
    public void Loses_everything_that_was_only_its_appliers()
    {
        _map.Apply("one", "{'metadata':{'name':'x','labels':{'l':'1'}},'data':{'a':'1'}}").Apply("one", "{'metadata':{'name':'x'}}");

        Assert.Equal("{}", _map.Body());
        Assert.Null(_map.Entry("one"));
    }

    [Fact]
    public void Keeps_what_another_applier_shares()
    {
        _map.Apply("one", Data("{'a':'1','b':'2'}")).Apply("two", Data("{'a':'1'}")).Apply("one", Data("{'b':'2'}"));

        Assert.Equal("""{"data":{"a":"1","b":"2"}}""", _map.Body());
        Assert.Equal("""{"f:data":{"f:a":{}}}""", _map.Owned("two"));
        Assert.Equal("""{"f:data":{"f:b":{}}}""", _map.Owned("one"));
    }

    [Fact]
    public void Keeps_what_an_updater_wrote()
    {
        _map.Apply("one", Data("{'a':'1'}"))
            .Update("two", obj => obj.Object("data")!.Set("u", "3"))
            .Apply("one", Data("{'b':'2'}"));

        Assert.Equal("""{"data":{"u":"3","b":"2"}}""", _map.Body());
        Assert.Equal("""{"f:data":{"f:u":{}}}""", _map.Owned("two"));
    }

    [Fact]
    public void Tells_the_conflict_with_an_updater()
    {
        _map.Apply("one", Data("{'a':'1'}")).Update("kubectl-edit", obj => obj.Object("data")!.Set("a", "2"));

        var result = _map.Try("one", Data("{'a':'1'}"));

        Assert.Null(result.Object);
        Assert.Equal("Apply failed with 1 conflict: conflict with \"kubectl-edit\" using v1: .data.a", result.ConflictMessage);
        Assert.Equal(new FieldConflict(".data.a", "conflict with \"kubectl-edit\" using v1"), Assert.Single(result.Conflicts));
    }

    [Fact]
    public void Tells_all_conflicts_by_manager()
    {
        _map.Apply("one", Data("{'a':'1','b':'1'}")).Apply("two", Data("{'c':'1'}"));

        var result = _map.Try("three", Data("{'a':'2','b':'2','c':'2','d':'2'}"));

        Assert.Equal(
            "Apply failed with 3 conflicts: conflicts with \"one\":\n- .data.a\n- .data.b\nconflicts with \"two\":\n- .data.c",
            result.ConflictMessage);
        Assert.Equal(
            [".data.a conflict with \"one\"", ".data.b conflict with \"one\"", ".data.c conflict with \"two\""],
            result.Conflicts.Select(conflict => $"{conflict.Field} {conflict.Message}"));
    }

    [Fact]
    public void Is_taken_over_by_force()
    {
        _map.Apply("one", Data("{'a':'1','b':'1'}")).Apply("two", Data("{'a':'2'}"), force: true);

        Assert.Equal("""{"data":{"a":"2","b":"1"}}""", _map.Body());
        Assert.Equal("""{"f:data":{"f:b":{}}}""", _map.Owned("one"));
        Assert.Equal("""{"f:data":{"f:a":{}}}""", _map.Owned("two"));
    }

    [Fact]
    public void Is_identical_after_the_same_apply()
    {
        _map.Apply("one", Data("{'a':'1','b':'2'}")).Apply("two", Data("{'a':'1'}"));
        var before = _map.Live!;

        _map.Apply("two", Data("{'a':'1'}"));

        Assert.Equal(Json.Text(before), Json.Text(_map.Live));
    }

    [Fact]
    public void Dates_a_new_share_without_a_change()
    {
        _map.Apply("one", Data("{'a':'1'}")).Apply("two", Data("{'a':'1'}"));

        Assert.Equal("2026-03-01T12:01:00Z", _map.Entry("one")!.Text("time"));
        Assert.Equal("2026-03-01T12:02:00Z", _map.Entry("two")!.Text("time"));
    }

    [Fact]
    public void Owes_what_it_held_before_to_the_time_before_apply()
    {
        _map.Live = Json.Object("{'apiVersion':'v1','metadata':{'name':'x','uid':'u','labels':{'l':'1'}},'data':{'a':'1'}}");

        var refused = _map.Try("one", Data("{'a':'2'}"));
        _map.Apply("one", Data("{'a':'1','b':'2'}"));

        Assert.Equal("Apply failed with 1 conflict: conflict with \"before-first-apply\" using v1: .data.a", refused.ConflictMessage);
        Assert.Equal("""{"f:data":{".":{},"f:a":{}},"f:metadata":{"f:labels":{".":{},"f:l":{}}}}""", _map.Owned("before-first-apply"));
        Assert.Equal("""{"f:data":{"f:a":{},"f:b":{}}}""", _map.Owned("one"));
    }

    [Fact]
    public void Moves_from_client_side_apply_without_conflicts_on_what_kubectl_wrote()
    {
        const string Applied = """{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"x"},"data":{"a":"1","b":"1"}}""";
        _map.Update("kubectl-client-side-apply", obj =>
        {
            obj.Set("apiVersion", "v1");
            var metadata = obj.ObjectOrNew("metadata");
            metadata.Set("name", "x");
            metadata.ObjectOrNew("annotations").Set("kubectl.kubernetes.io/last-applied-configuration", Applied);
            obj["data"] = Json.Tree("{'a':'1','b':'1'}");
        });
        _map.Live!.Object("metadata")!.Set("uid", "u");

        _map.Apply("kubectl", """{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"x"},"data":{"a":"2 <x>","b":"1"}}""");

        Assert.Equal("2 <x>", _map.Live!.Object("data")!.Text("a"));
        Assert.Equal(
            "{\"apiVersion\":\"v1\",\"data\":{\"a\":\"2 \\u003cx\\u003e\",\"b\":\"1\"},\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"x\"}}\n",
            _map.Live!.Object("metadata", "annotations")!.Text("kubectl.kubernetes.io/last-applied-configuration"));
    }

    [Fact]
    public void Does_not_move_from_client_side_apply_where_others_changed_it()
    {
        const string Applied = """{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"x"},"data":{"a":"1","b":"1"}}""";
        _map.Update("client", obj =>
        {
            obj.Set("apiVersion", "v1");
            obj.ObjectOrNew("metadata").ObjectOrNew("annotations").Set("kubectl.kubernetes.io/last-applied-configuration", Applied);
            obj["data"] = Json.Tree("{'a':'1','b':'9'}");
        });
        const string Config = """{"apiVersion":"v1","data":{"a":"2","b":"2"}}""";

        Assert.Equal([".data.b"], _map.Try("kubectl", Config).Conflicts.Select(conflict => conflict.Field));
        Assert.Equal([".data.a", ".data.b"], _map.Try("another", Config).Conflicts.Select(conflict => conflict.Field));
    }

    [Theory]
    [InlineData("{'metadata':{'name':'x','managedFields':[]}}", "metadata.managedFields must be nil")]
    [InlineData("{'apiVersion':'v2','kind':'ConfigMap','metadata':{'name':'x'}}", "invalid object type: /v2, Kind=ConfigMap")]
    [InlineData(
        "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'x','namespace':'n'},'datum':{}}",
        "failed to create typed patch object (n/x; /v1, Kind=ConfigMap): .datum: field not declared in schema")]
    [InlineData(
        "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'x','namespace':'n','finalizers':['a','a']},'data':{'k':1}}",
        "failed to create typed patch object (n/x; /v1, Kind=ConfigMap): errors:\n  .metadata.finalizers: duplicate entries for key [=\"a\"]\n  .data.k: expected string, got &{1}")]
    public void Is_refused(string config, string message)
    {
        var error = _map.Try("one", config).Error!;

        Assert.Equal((400, message), (error.Code, error.Message));
    }

    [Fact]
    public void Owns_a_map_that_is_named_without_entries_though_it_is_not_stored()
    {
        _map.Apply("one", Data("{}"));

        Assert.Equal("""{"f:data":{}}""", _map.Owned("one"));
        Assert.Equal("{}", _map.Body());
        Assert.Equal([".data"], _map.Try("two", Data("{'a':'1'}")).Conflicts.Select(conflict => conflict.Field));
    }

    [Fact]
    public void Has_no_nulls_of_a_configuration()
    {
        _map.Apply("one", "{'metadata':{'name':'x','labels':null},'data':{'a':'1'},'immutable':null}");

        Assert.Equal("""{"data":{"a":"1"}}""", _map.Body());
        Assert.Equal("""{"f:data":{"f:a":{}},"f:immutable":{},"f:metadata":{"f:labels":{}}}""", _map.Owned("one"));
    }

    /// <summary>Random histories of three managers: whatever they do, applying the same again changes nothing.</summary>
    [Fact]
    public void Is_the_same_however_often_it_is_applied()
    {
        var (conflicts, removals) = (0, 0);
        for (var seed = 0; seed < 150; seed++)
        {
            var random = new Random(seed);
            var map = new Applying(RecordSchemas.Of<ConfigMap>(), "v1");
            for (var step = 0; step < 8; step++)
            {
                var manager = "m" + random.Next(3);
                var config = Random(random);
                var before = map.Live?.Object("data")?.Count ?? 0;
                conflicts += map.Try(manager, config).Conflicts.Count;
                map.Apply(manager, config, force: true);
                removals += (map.Live!.Object("data")?.Count ?? 0) < before ? 1 : 0;
                var once = Json.Text(map.Live);

                map.Apply(manager, config);

                Assert.Equal(once, Json.Text(map.Live));
                foreach (var (name, value) in Json.Object(config).Object("data")!)
                    Assert.True(value.SameAs(map.Live!.Object("data")![name]), $"seed {seed}, step {step}: {name}");
            }
        }

        Assert.True(conflicts > 100 && removals > 50, $"the generator is too tame: {conflicts} conflicts, {removals} removals");
    }

    private static string Random(Random random)
    {
        var data = new TreeObject();
        foreach (var name in new[] { "a", "b", "c", "d" })
        {
            if (random.Next(2) == 0)
                data.Set(name, random.Next(3).ToString());
        }

        var config = Json.Object("{'metadata':{'name':'x'}}");
        config.Set("data", data);
        return Json.Text(config);
    }

    private static string Data(string data) => $"{{'metadata':{{'name':'x'}},'data':{data}}}";
}
