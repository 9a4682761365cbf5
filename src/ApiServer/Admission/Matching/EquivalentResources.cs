using CloudletK8s.ApiServer.Resources;

namespace CloudletK8s.ApiServer.Admission.Matching;

/// <summary>The other versions, perhaps of other groups, in which the same objects are served.</summary>
internal static class EquivalentResources
{
    public static IReadOnlyList<ServedResource> Of(ServedResource resource, ServedResources served)
    {
        List<ServedResource>? others = null;
        foreach (var other in served.Current.All)
        {
            if (other.Storage.GroupResource == resource.Storage.GroupResource && other.Kind.ApiVersion != resource.Kind.ApiVersion)
                (others ??= []).Add(other);
        }

        others?.Sort(static (left, right) => string.CompareOrdinal(left.Kind.ApiVersion, right.Kind.ApiVersion));
        return others ?? (IReadOnlyList<ServedResource>)[];
    }
}
