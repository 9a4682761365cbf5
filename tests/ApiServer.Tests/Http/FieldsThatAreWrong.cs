using CloudletK8s.ApiServer.Tests.CustomResources;
using CloudletK8s.TestKit.Servers;

namespace CloudletK8s.ApiServer.Tests.Http;

/// <summary>Unknown and repeated fields, as the conformance suite sends them: refused when strict, else warned of.</summary>
public sealed class FieldsThatAreWrong(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private const string Deployment = """
        {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"d","unknownMeta":"foo"},
         "spec":{"unknown1":"val1","unknownDupe":"valDupe","unknownDupe":"valDupe2","paused":true,"paused":false,"replicas":2,
          "selector":{"matchLabels":{"app":"nginx"}},
          "template":{"metadata":{"labels":{"app":"nginx"},"unknownSubMeta":"foo"},
           "spec":{"containers":[{"name":"nginx","image":"nginx:latest","unknownNested":"val1","imagePullPolicy":"Always","imagePullPolicy":"Never"}]}}}}
        """;

    private static readonly string[] DeploymentFaults =
    [
        "unknown field \"metadata.unknownMeta\"",
        "unknown field \"spec.unknown1\"",
        "unknown field \"spec.unknownDupe\"",
        "duplicate field \"spec.paused\"",
        "unknown field \"spec.template.metadata.unknownSubMeta\"",
        "unknown field \"spec.template.spec.containers[0].unknownNested\"",
        "duplicate field \"spec.template.spec.containers[0].imagePullPolicy\"",
    ];

    private readonly InProcessServer _server = fixture.Server;

    private PlainClient Client => _server.Client;

    [Fact]
    public async Task Of_a_typed_object_are_all_named()
    {
        var deployments = $"/apis/apps/v1/namespaces/{await _server.Namespace()}/deployments";

        (await Client.Post($"{deployments}?fieldValidation=Strict", Deployment)).ExpectStatus(
            400,
            "BadRequest",
            $"Deployment in version \"v1\" cannot be handled as a Deployment: strict decoding error: {string.Join(", ", DeploymentFaults)}");
        var warned = (await Client.Post($"{deployments}?fieldValidation=Warn", Deployment)).Expect(201);
        Assert.Equal(DeploymentFaults.Select(Warning), warned.Warnings);
        Assert.Empty((await Client.Put($"{deployments}/d?fieldValidation=Ignore", Deployment)).Expect(200).Warnings);
    }

    [Fact]
    public async Task Of_a_patch_are_named_too()
    {
        var deployments = $"/apis/apps/v1/namespaces/{await _server.Namespace()}/deployments";
        (await Client.Post($"{deployments}?fieldValidation=Ignore", Deployment)).Expect(201);

        var merged = await Client.Patch($"{deployments}/d?fieldValidation=Strict", """{"spec":{"foo":"bar1","foo":"bar2","replicas":1,"replicas":2}}""");
        var strategic = await Client.Patch($"{deployments}/d?fieldValidation=Strict", """{"spec":{"foo":"bar"}}""", PlainClient.StrategicPatch);
        var applied = await Client.Patch(
            $"{deployments}/d?fieldManager=m&fieldValidation=Strict",
            """{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"d"},"spec":{"foo":"bar","paused":true}}""",
            PlainClient.Apply);

        Assert.Equal(["duplicate field \"spec.foo\"", "duplicate field \"spec.replicas\"", "unknown field \"spec.foo\""], Faults(merged.Expect(422).Message).Order());
        Assert.Equal(["unknown field \"spec.foo\""], Faults(strategic.Expect(422).Message));
        Assert.Equal(["unknown field \"spec.foo\""], Faults(applied.Expect(400).Message));
    }

    [Fact]
    public async Task Of_a_custom_resource_are_named_also_where_unknown_ones_are_kept()
    {
        const string schema = """
            {"type":"object","properties":{"spec":{"type":"object","x-kubernetes-preserve-unknown-fields":true,"properties":{
              "known":{"type":"integer"},
              "template":{"type":"object","x-kubernetes-embedded-resource":true,"properties":{"metadata":{"type":"object"}},"x-kubernetes-preserve-unknown-fields":true}}}}}
            """;
        await using var server = await InProcessServer.Start();
        (await server.Client.Post(Definitions.Path, Definitions.CronTab(schema))).Expect(201);
        const string body = """
            {"apiVersion":"stable.example.com/v1","kind":"CronTab","metadata":{"name":"c","unknownMeta":"foo"},
             "spec":{"anything":1,"known":1,"known":2,"template":{"apiVersion":"foo/v1","kind":"Sub","metadata":{"name":"sub","unknownSubMeta":"bar"}}}}
            """;

        var strict = (await server.Client.Post($"{Definitions.CronTabs}?fieldValidation=Strict", body)).Expect(400);

        Assert.Equal(
            ["duplicate field \"spec.known\"", "unknown field \"metadata.unknownMeta\"", "unknown field \"spec.template.metadata.unknownSubMeta\""],
            Faults(strict.Message).Order());
        (await server.Client.Post($"{Definitions.CronTabs}?fieldValidation=Ignore", body)).Expect(201);
    }

    private static string[] Faults(string message) => message[(message.IndexOf("strict decoding error: ", StringComparison.Ordinal) + "strict decoding error: ".Length)..].Split(", ");

    private static string Warning(string fault) => $"299 - \"{fault.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
