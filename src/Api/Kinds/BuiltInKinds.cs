using System.Reflection;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Kinds;

/// <summary>The kinds that are records of this assembly.</summary>
public static class BuiltInKinds
{
    private static readonly Dictionary<Type, KindInfo> ByRecord = Load();

    public static IReadOnlyCollection<KindInfo> All => ByRecord.Values;

    public static KindInfo Of<T>() => ByRecord[typeof(T)];

    public static KindInfo? Find(Type record) => ByRecord.GetValueOrDefault(record);

    private static Dictionary<Type, KindInfo> Load() => KindRecords.All.Select(Describe).ToDictionary(info => info.Record!);

    private static KindInfo Describe(Type record)
    {
        var attribute = record.GetCustomAttribute<KindAttribute>()!;
        var slash = attribute.ApiVersion.IndexOf('/');
        return new KindInfo
        {
            Group = slash < 0 ? "" : attribute.ApiVersion[..slash],
            Version = attribute.ApiVersion[(slash + 1)..],
            Kind = record.Name,
            Plural = attribute.Plural,
            Singular = record.Name.ToLowerInvariant(),
            ListKind = record.Name + "List",
            Namespaced = !attribute.ClusterScoped,
            ShortNames = attribute.ShortNames,
            Categories = attribute.Categories,
            Verbs = attribute.Verbs.Split(','),
            Subresources = [.. record.GetCustomAttributes<SubresourceAttribute>().Select(sub => Describe(sub, record, attribute.ApiVersion))],
            Schema = RecordSchemas.Of(record),
            StorageApiVersion = attribute.StoredAs ?? attribute.ApiVersion,
        };
    }

    private static SubresourceInfo Describe(SubresourceAttribute subresource, Type parent, string parentApiVersion)
    {
        var record = subresource.Record ?? parent;
        var apiVersion = record == parent ? parentApiVersion : record.GetCustomAttribute<KindAttribute>()?.ApiVersion
            ?? record.GetCustomAttribute<WireKindAttribute>()?.ApiVersion ?? parentApiVersion;
        return new(subresource.Name, subresource.Verbs.Split(','), RecordSchemas.Of(record), apiVersion, record.Name);
    }
}
