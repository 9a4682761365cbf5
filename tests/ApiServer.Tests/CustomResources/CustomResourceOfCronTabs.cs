using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.ApiServer.Tests.Clusters;

namespace CloudletK8s.ApiServer.Tests.CustomResources;

public sealed class CustomResourceOfCronTabs : IAsyncLifetime
{
    private TestCluster _cluster = null!;

    public async Task InitializeAsync()
    {
        _cluster = await TestCluster.Start();
        await _cluster.Create(Definitions.Path, Definitions.CronTab());
    }

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task Is_served_when_the_definition_was_answered()
    {
        var made = await Create("{}");

        Assert.Equal("5 0 * * *", made.Object("spec")!.Text("cronSpec"));
        Assert.Equal(1, made.Object("metadata")!.Whole("generation"));
        Assert.Equal("CronTab", (await _cluster.Get(Definitions.CronTabs + "/a")).Text("kind"));
    }

    [Fact]
    public async Task Shows_in_the_definition_that_its_names_are_accepted()
    {
        var definition = await _cluster.Get(Definitions.Path + "/crontabs.stable.example.com");
        var status = definition.Object("status")!;

        Assert.Equal(
            ["NamesAccepted True NoConflicts no conflicts found", "Established True InitialNamesAccepted the initial names have been accepted"],
            status.List("conditions")!.Objects().Select(c => $"{c.Text("type")} {c.Text("status")} {c.Text("reason")} {c.Text("message")}"));
        Assert.Equal(
            """{"plural":"crontabs","singular":"crontab","shortNames":["ct"],"kind":"CronTab","listKind":"CronTabList"}""",
            JsonTreeWriter.ToText(status.Object("acceptedNames")!));
        Assert.Equal(["v1"], status.List("storedVersions")!.Texts());
    }

    [Fact]
    public async Task Loses_what_the_schema_does_not_name_and_keeps_zeros_and_allowed_nulls()
    {
        var made = await Create(
            """{"cronSpec":"* * * * *","unknown":1,"image":"","note":null,"extra":{"any":[0,null]},"labels":{"a":""},"port":0,"steps":[{"name":"s","x":1}]}""");

        Assert.Equal(
            """{"cronSpec":"* * * * *","extra":{"any":[0,null]},"image":"","labels":{"a":""},"note":null,"port":0,"steps":[{"name":"s","count":3}]}""",
            JsonTreeWriter.ToText(made["spec"]!));
    }

    [Fact]
    public async Task Takes_a_null_that_is_not_allowed_for_none()
    {
        var made = await Create("""{"cronSpec":null,"image":null,"replicas":null}""");

        Assert.Equal("""{"cronSpec":"5 0 * * *"}""", JsonTreeWriter.ToText(made["spec"]!));
    }

    [Theory]
    [InlineData("""{"replicas":0}""", "spec.replicas: Invalid value: 0: spec.replicas in body should be greater than or equal to 1")]
    [InlineData("""{"replicas":11}""", "spec.replicas: Invalid value: 11: spec.replicas in body should be less than or equal to 10")]
    [InlineData("""{"replicas":"2"}""", "spec.replicas: Invalid value: \"string\": spec.replicas in body must be of type integer: \"string\"")]
    [InlineData("""{"replicas":1.5}""", "spec.replicas: Invalid value: \"number\": spec.replicas in body must be of type integer: \"number\"")]
    [InlineData("""{"concurrency":"No"}""", "spec.concurrency: Unsupported value: \"No\": supported values: \"Allow\", \"Forbid\"")]
    [InlineData("""{"port":true}""", "spec.port in body must be of type integer,string: \"boolean\"")]
    [InlineData("""{"labels":{"a":1}}""", "spec.labels.a: Invalid value: \"integer\": spec.labels.a in body must be of type string: \"integer\"")]
    [InlineData("""{"steps":[{}]}""", "spec.steps[0].name: Required value")]
    [InlineData("""{"steps":[{"name":"s"},{"name":"s"}]}""", "spec.steps[1]: Duplicate value: map[string]interface {}{\"name\":\"s\"}")]
    [InlineData("""{"one":{}}""", "<nil>: Invalid value: \"\": \"spec.one\" must validate one and only one schema (oneOf). Found none valid")]
    [InlineData("""{"one":{"a":"","b":""}}""", "\"spec.one\" must validate one and only one schema (oneOf). Found 2 valid alternatives")]
    [InlineData("""{"cronSpec":"daily"}""", "spec.cronSpec: Invalid value: \"daily\": spec.cronSpec in body should match '^(\\d+|\\*)")]
    public async Task Is_refused_when_it_breaks_its_schema(string spec, string message)
    {
        var refused = await TestCluster.Refused(() => Create(spec));

        Assert.Equal(422, refused.Code);
        Assert.StartsWith("CronTab.stable.example.com \"a\" is invalid: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Needs_what_is_required()
    {
        var refused = await TestCluster.Refused(() => _cluster.Create(Definitions.CronTabs, """{"kind":"CronTab","apiVersion":"stable.example.com/v1","metadata":{"name":"a"}}"""));

        Assert.Equal("CronTab.stable.example.com \"a\" is invalid: spec: Required value", refused.Message);
    }

    [Fact]
    public async Task Changes_its_status_only_through_the_status()
    {
        await Create("""{"replicas":2}""");

        var first = await _cluster.Patch(Definitions.CronTabs + "/a", """{"spec":{"replicas":3},"status":{"replicas":1}}""");
        var second = await _cluster.Patch(Definitions.CronTabs + "/a/status", """{"metadata":{"labels":{"x":"y"}},"spec":{"replicas":4},"status":{"replicas":2}}""");

        Assert.False(first.Has("status"));
        Assert.Equal(2, first.Object("metadata")!.Whole("generation"));
        Assert.Equal(2, second.Object("status")!.Whole("replicas"));
        Assert.Equal(3, second.Object("spec")!.Whole("replicas"));
        Assert.Null(second.Object("metadata", "labels"));
        Assert.Equal(2, second.Object("metadata")!.Whole("generation"));
    }

    [Fact]
    public async Task Is_scaled_along_the_paths_of_its_definition()
    {
        await Create("""{"replicas":2}""");
        await _cluster.Patch(Definitions.CronTabs + "/a/status", """{"status":{"replicas":1,"selector":"app=a"}}""");

        var scale = await _cluster.Get(Definitions.CronTabs + "/a/scale");
        await _cluster.Patch(Definitions.CronTabs + "/a/scale", """{"spec":{"replicas":5}}""");

        Assert.Equal("""{"replicas":1,"selector":"app=a"}""", JsonTreeWriter.ToText(scale["status"]!));
        Assert.Equal(5, (await _cluster.Get(Definitions.CronTabs + "/a")).Object("spec")!.Whole("replicas"));
    }

    [Fact]
    public async Task Is_updated_only_at_the_revision_that_the_writer_has_seen()
    {
        await Create("{}");

        var refused = await TestCluster.Refused(() => _cluster.Update(Definitions.CronTabs + "/a", Definitions.Object("a", "{}")));

        Assert.Contains("must be specified for an update", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_applied_by_several_managers_field_by_field()
    {
        await Apply("one", """{"replicas":2,"steps":[{"name":"s"}]}""");
        var both = await Apply("two", """{"image":"i","steps":[{"name":"t","count":1}]}""");
        var less = await Apply("one", """{"steps":[{"name":"s"}]}""");
        var refused = await TestCluster.Refused(() => Apply("three", """{"image":"j"}"""));

        Assert.Equal(
            """[{"count":3,"name":"s"},{"count":1,"name":"t"}]""", JsonTreeWriter.ToText(both.Object("spec")!["steps"]!));
        Assert.False(less.Object("spec")!.Has("replicas"));
        Assert.Equal(409, refused.Code);
    }

    [Fact]
    public async Task Tolerates_in_an_update_what_was_wrong_before_and_did_not_change()
    {
        await Create("""{"image":"i"}""");
        var definition = await _cluster.Get(Definitions.Path + "/crontabs.stable.example.com");
        var schema = definition.Object("spec")!.List("versions")!.Objects().Single().Object("schema", "openAPIV3Schema")!;
        schema.Object("properties", "spec")!.Object("properties", "image")!.Set("maxLength", 0);
        await _cluster.Update(Definitions.Path + "/crontabs.stable.example.com", JsonTreeWriter.ToText(definition));

        var same = await _cluster.Patch(Definitions.CronTabs + "/a", """{"spec":{"replicas":2}}""");
        var refused = await TestCluster.Refused(() => _cluster.Patch(Definitions.CronTabs + "/a", """{"spec":{"image":"j"}}"""));

        Assert.Equal("i", same.Object("spec")!.Text("image"));
        Assert.Contains("spec.image: Too long: may not be more than 0 bytes", refused.Message, StringComparison.Ordinal);
    }

    private Task<TreeObject> Create(string spec) => _cluster.Create(Definitions.CronTabs, Definitions.Object("a", spec));

    private Task<TreeObject> Apply(string manager, string spec) =>
        _cluster.Apply(Definitions.CronTabs + "/a", Definitions.Object("a", spec), manager);
}
