using System.Collections.Frozen;
using CloudletK8s.Api.Cel.Types;

namespace CloudletK8s.Api.Cel.Library;

/// <summary>All functions that expressions of Kubernetes 1.32 may call.</summary>
internal static class CelLibrary
{
    private static readonly FrozenDictionary<(string Name, bool IsMember), CelOverload[]> ByName = new[]
        {
            Operators.All, Conversions.All, Texts.All, TextEdits.All, Times.All, Lists.All, Sets.All, Optionals.All, Urls.All, Quantities.All,
            Addresses.All, AddressRanges.All, Formats.All, Authorizers.All,
        }
        .SelectMany(all => all)
        .GroupBy(overload => (overload.Name, overload.IsMember))
        .ToFrozenDictionary(group => group.Key, group => group.ToArray());

    /// <returns>Null when there is no such function.</returns>
    public static IReadOnlyList<CelOverload>? Find(string name, bool isMember) => ByName.GetValueOrDefault((name, isMember));
}
