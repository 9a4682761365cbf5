using System.Diagnostics.CodeAnalysis;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Apply;

/// <summary>Shows an object in another version of its kind, because an entry speaks of the fields of the version it was written in.</summary>
public interface IObjectVersions
{
    /// <summary>False: the version is not served any more, and its entries are dropped.</summary>
    bool TryConvert(
        TreeObject obj, string apiVersion, [MaybeNullWhen(false)] out TreeObject converted, [MaybeNullWhen(false)] out Schema schema);
}
