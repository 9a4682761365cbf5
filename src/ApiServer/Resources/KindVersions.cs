using System.Diagnostics.CodeAnalysis;
using CloudletK8s.Api.Apply;
using CloudletK8s.Api.Conversions;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.ApiServer.Resources;

/// <summary>The versions of a built-in kind that is served in several. The versions of a custom resource have one shape and need none of this.</summary>
internal sealed class KindVersions : IObjectVersions
{
    private static readonly Dictionary<(string Storage, string Kind), KindVersions> Several = BuiltInKinds.All
        .GroupBy(kind => (kind.StorageApiVersion, kind.Kind))
        .Where(versions => versions.Count() > 1)
        .ToDictionary(versions => versions.Key, versions => new KindVersions(versions));

    private readonly Dictionary<string, Schema> _schemas;

    private KindVersions(IEnumerable<KindInfo> versions) => _schemas = versions.ToDictionary(kind => kind.ApiVersion, kind => kind.Schema);

    /// <summary>Null for kinds of one version.</summary>
    public static KindVersions? Of(KindInfo kind) => kind.Record is null ? null : Several.GetValueOrDefault((kind.StorageApiVersion, kind.Kind));

    public bool TryConvert(
        TreeObject obj, string apiVersion, [MaybeNullWhen(false)] out TreeObject converted, [MaybeNullWhen(false)] out Schema schema)
    {
        converted = null;
        if (!_schemas.TryGetValue(apiVersion, out schema))
            return false;

        converted = KindConversions.Convert(obj, apiVersion);
        return true;
    }
}
