using CloudletK8s.ApiServer.Tests.Clusters;

namespace CloudletK8s.ApiServer.Tests.CustomResources;

public sealed class DefinitionWithMistakes
{
    private const string Schema = "spec.validation.openAPIV3Schema";

    [Theory]
    [InlineData("""{"properties":{"spec":{"type":"object"}}}""", Schema + ".type: Required value: must not be empty at the root")]
    [InlineData("""{"type":"object","properties":{"spec":{}}}""", Schema + ".properties[spec].type: Required value: must not be empty for specified object fields")]
    [InlineData("""{"type":"object","properties":{"spec":{"type":"array"}}}""", Schema + ".properties[spec].items: Required value: must be specified")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"text"}}}""", "Unsupported value: \"text\": supported values: \"array\", \"boolean\", \"integer\", \"number\", \"object\", \"string\"")]
    [InlineData("""{"type":"object","properties":{"metadata":{"type":"object","properties":{"labels":{"type":"object"}}}}}""", "must not specify anything other than name and generateName, but metadata is implicitly specified")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string","anyOf":[{"type":"string"}]}}}""", Schema + ".properties[a].anyOf[0].type: Forbidden: must be empty to be structural")]
    [InlineData("""{"type":"object","oneOf":[{"properties":{"b":{"minLength":1}}}]}""", Schema + ".properties[b]: Required value: because it is defined in " + Schema + ".oneOf[0].properties[b]")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"integer","default":"x"}}}""", Schema + ".properties[a].default: Invalid value: \"string\"")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"object","default":{"b":1}}}}""", Schema + ".properties[a].default: Invalid value: {\"b\":1}: must not have unknown fields")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"array","x-kubernetes-list-type":"map","items":{"type":"object"}}}}""", "must not be empty if x-kubernetes-list-type is map")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"array","uniqueItems":true,"items":{"type":"string"}}}}""", "uniqueItems cannot be set to true since the runtime complexity becomes quadratic")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string","pattern":"("}}}""", "must be a valid regular expression, but isn't")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string","$ref":"#/definitions/x"}}}""", "$ref is not supported")]
    public async Task Is_refused_for_its_schema(string schema, string message) =>
        Assert.Contains(message, await Refused(Definitions.CronTab(schema)), StringComparison.Ordinal);

    [Theory]
    [InlineData("\"Namespaced\"", "\"Other\"", "spec.scope: Unsupported value: \"Other\": supported values: \"Cluster\", \"Namespaced\"")]
    [InlineData("\"storage\":true", "\"storage\":false", "must have exactly one version marked as storage version")]
    [InlineData("\"name\":\"v1\"", "\"name\":\"V1\"", "spec.versions[0].name: Invalid value: \"V1\"")]
    [InlineData("crontabs.stable", "others.stable", "metadata.name: Invalid value: \"others.stable.example.com\": must be spec.names.plural+\".\"+spec.group")]
    [InlineData("\".spec.replicas\"", "\".replicas\"", "spec.subresources.scale.specReplicasPath: Invalid value: \".replicas\": should be a json path under .spec")]
    [InlineData("\"kind\":\"CronTab\"", "\"kind\":\"Cron Tab\"", "may have mixed case, but should otherwise match")]
    [InlineData("\"scope\"", "\"conversion\":{\"strategy\":\"Webhook\"},\"scope\"", "spec.conversion.webhookClientConfig: Required value: required when strategy is set to Webhook")]
    public async Task Is_refused(string right, string wrong, string message) =>
        Assert.Contains(message, await Refused(Definitions.CronTab().Replace(right, wrong, StringComparison.Ordinal)), StringComparison.Ordinal);

    [Fact]
    public async Task Is_refused_for_a_column_without_a_path() => Assert.Contains(
        "spec.additionalPrinterColumns[0].JSONPath: Required value",
        await Refused(Definitions.CronTab(more: ""","additionalPrinterColumns":[{"name":"Spec","type":"string"}]""")),
        StringComparison.Ordinal);

    private static async Task<string> Refused(string definition)
    {
        await using var cluster = await TestCluster.Start();
        var refused = await TestCluster.Refused(() => cluster.Create(Definitions.Path, definition));
        Assert.Equal(422, refused.Code);
        return refused.Message;
    }
}
