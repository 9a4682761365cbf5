using CloudletK8s.Api.ApiExtensions.V1;
using CloudletK8s.Api.ApiExtensions.V1.Rules;
using CloudletK8s.Api.Autoscaling.V1;
using CloudletK8s.Api.Autoscaling.V1.Rules;
using CloudletK8s.Api.CustomResources;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.CustomResources.Conversion;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.ApiServer.Webhooks;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.CustomResources;

/// <summary>What a definition makes the server serve: a resource for each served version.</summary>
internal static class DefinedResources
{
    private const string StatusVerbs = "get,patch,update";

    public static IReadOnlyList<ServedResource> Of(TreeObject definition, IClusterStore store, WebhookClients webhooks)
    {
        var versions = DefinitionTrees.Versions(definition).ToArray();
        if (!DefinitionTrees.HasCondition(definition, "Established") || DefinitionTrees.StorageVersion(definition) is not { } storageVersion)
            return [];

        var storage = Describe(definition, storageVersion);
        var isFixed = versions.Length == 1 && definition.Object("metadata")?.Whole("generation") is null or <= 1;
        var webhook = ConversionWebhook.Of(definition, webhooks);
        return [.. versions.Where(version => version.Flag("served") == true).Select(version =>
        {
            var kind = version == storageVersion ? storage : Describe(definition, version);
            return new ServedResource(kind, storage, new CustomResourceStrategy(Rules(kind, storageVersion, version)), store.Resource(storage.GroupResource))
            {
                Custom = new(kind, storage, isFixed, webhook),
                SelectableFields = new([.. version.List("selectableFields")?.Objects().Select(field => (field.Text("jsonPath") ?? "").TrimStart('.')) ?? []]),
                ScalePaths = ScaleOf(version) ?? ScalePaths.BuiltIn,
            };
        })];
    }

    /// <summary>Objects are judged as they are stored, except that a version's own warning goes to its own users.</summary>
    private static CustomResourceRules Rules(KindInfo kind, TreeObject storage, TreeObject version) => new(
        DefinitionTrees.SchemaOf(storage) is { } schema ? DefinitionSchemas.Of(schema) : null,
        kind.HasStatus,
        ScaleOf(storage)?.SpecReplicas,
        version.Flag("deprecated") == true ? version.Text("deprecationWarning") ?? $"{kind.ApiVersion} {kind.Kind} is deprecated" : null);

    private static KindInfo Describe(TreeObject definition, TreeObject version)
    {
        var spec = definition.Object("spec")!;
        var names = definition.Object("status", "acceptedNames") ?? spec.Object("names")!;
        var group = spec.Text("group")!;
        var name = version.Text("name")!;
        var kind = names.Text("kind")!;
        var schema = DefinitionSchemas.OfObject(DefinitionTrees.SchemaOf(version), DefinitionName(group, name, kind));
        return new()
        {
            Group = group,
            Version = name,
            Kind = kind,
            Plural = names.Text("plural")!,
            Singular = names.Text("singular") ?? kind.ToLowerInvariant(),
            ListKind = names.Text("listKind") ?? kind + "List",
            ShortNames = [.. names.List("shortNames")?.Texts() ?? []],
            Categories = [.. names.List("categories")?.Texts() ?? []],
            Namespaced = spec.Text("scope") == "Namespaced",
            Verbs = [.. KindAttribute.AllVerbs.Split(',').Where(verb => verb != "create" || !DefinitionTrees.IsTerminating(definition))],
            Subresources = [.. Subresources(version, schema, $"{group}/{name}", kind)],
            PrinterColumns = [.. version.List("additionalPrinterColumns")?.Objects().Select(Column) ?? []],
            Schema = schema,
            StorageApiVersion = $"{group}/{DefinitionTrees.StorageVersion(definition)!.Text("name")}",
        };
    }

    private static IEnumerable<SubresourceInfo> Subresources(TreeObject version, Schema schema, string apiVersion, string kind)
    {
        if (version.Object("subresources", "status") is not null)
            yield return new("status", StatusVerbs.Split(','), schema, apiVersion, kind);
        if (ScaleOf(version) is not null)
            yield return new("scale", StatusVerbs.Split(','), RecordSchemas.Of<Scale>(), "autoscaling/v1", nameof(Scale));
    }

    private static ScalePaths? ScaleOf(TreeObject version) => version.Object("subresources", "scale") is { } scale
        ? new(scale.Text("specReplicasPath") ?? "", scale.Text("statusReplicasPath") ?? "", scale.Text("labelSelectorPath"))
        : null;

    private static CustomResourceColumnDefinition Column(TreeObject column) => new()
    {
        Name = column.Text("name"),
        Type = column.Text("type"),
        Format = column.Text("format"),
        Description = column.Text("description"),
        Priority = (int)(column.Whole("priority") ?? 0),
        JsonPath = column.Text("jsonPath"),
    };

    /// <summary>"com.example.stable.v1.CronTab": the group backwards.</summary>
    private static string DefinitionName(string group, string version, string kind) =>
        $"{string.Join('.', group.Split('.').Reverse())}.{version}.{kind}";
}
