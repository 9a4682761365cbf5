using System.Reflection;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.ApiServer.OpenApi;

/// <summary>All definitions that some kinds need, found by following their fields.</summary>
internal sealed class DefinitionSet
{
    private readonly SortedDictionary<string, Definition> _definitions = new(StringComparer.Ordinal);
    private readonly HashSet<Schema> _walked = [];
    private readonly GroupVersionKind[] _everywhere;

    public DefinitionSet(IReadOnlyList<KindInfo> kinds)
    {
        // Delete options and watch events are sent in every group's version.
        _everywhere = [.. kinds.Concat(BuiltInKinds.All).Select(kind => (kind.Group, kind.Version)).Distinct()
            .Order().Select(pair => new GroupVersionKind(pair.Group, pair.Version, ""))];
        foreach (var kind in kinds)
            Add(kind);
        foreach (var record in (Type[])[typeof(DeleteOptions), typeof(WatchEvent), typeof(Status), typeof(APIGroup), typeof(APIGroupList), typeof(APIVersions), typeof(APIResourceList)])
            AddRecord(RecordSchemas.Of(record));
        Add(WellKnownValue.Patch);
    }

    public IEnumerable<Definition> InOrder => _definitions.Values;

    public static string NameOf(KindInfo kind) => kind.Record is not null
        ? kind.Schema.Name!
        : $"{string.Join('.', kind.Group.Split('.').Reverse())}.{kind.Version}.{kind.Kind}";

    public static string ListNameOf(KindInfo kind) => NameOf(kind)[..^kind.Kind.Length] + kind.ListKind;

    private void Add(KindInfo kind)
    {
        if (kind.Record is null)
            AddCustom(kind);
        else
            AddRecord(kind.Schema);
        foreach (var subresource in kind.Subresources.Where(sub => sub.Schema.Record is not null))
            AddRecord(subresource.Schema);
        if (kind.Verbs.Contains("list"))
        {
            var list = new Definition.ListOf(ListNameOf(kind), kind, NameOf(kind));
            _definitions[list.Name] = list;
            AddRecord(RecordSchemas.Of<ListMeta>());
        }
    }

    private void AddCustom(KindInfo kind)
    {
        var name = NameOf(kind);
        _definitions[name] = new Definition.Object(name, kind.Schema, [new(kind.Group, kind.Version, kind.Kind)], kind);
        AddRecord(RecordSchemas.Of<ObjectMeta>());
    }

    private void AddRecord(Schema schema)
    {
        if (!_walked.Add(schema))
            return;

        _definitions[schema.Name!] = new Definition.Object(schema.Name!, RecordSchemas.Of(schema.Record!), KindsOf(schema.Record!), null);
        foreach (var field in schema.Fields)
            Follow(field.Schema, field.Property);
    }

    private void Follow(Schema schema, PropertyInfo? property)
    {
        if (WellKnownValue.Of(schema, property) is { } known)
            Add(known);
        if (schema.Kind == SchemaKind.Object && schema.Record is not null)
            AddRecord(schema);
        if (schema.Element is { } element)
            Follow(element, property);
    }

    private void Add(WellKnownValue known) => _definitions[known.Name] = new Definition.Value(known);

    private GroupVersionKind[] KindsOf(Type record)
    {
        if (record == typeof(DeleteOptions) || record == typeof(WatchEvent))
            return [.. _everywhere.Select(kind => kind with { Kind = record.Name })];

        var apiVersion = record.GetCustomAttribute<KindAttribute>()?.ApiVersion ?? record.GetCustomAttribute<WireKindAttribute>()?.ApiVersion;
        return apiVersion is null ? [] : [GroupVersionKind.Of(apiVersion, record.Name)];
    }
}
