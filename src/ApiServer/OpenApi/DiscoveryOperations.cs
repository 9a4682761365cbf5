using CloudletK8s.ApiServer.Negotiation;

namespace CloudletK8s.ApiServer.OpenApi;

/// <summary>The paths that only tell what is served.</summary>
internal static class DiscoveryOperations
{
    private const string Meta = "io.k8s.apimachinery.pkg.apis.meta.v1.";

    public static ApiPath Core() => Read("/api/", "getCoreAPIVersions", "get available API versions", "core", "APIVersions");

    public static ApiPath Groups() => Read("/apis/", "getAPIVersions", "get available API versions", "apis", "APIGroupList");

    public static ApiPath Group(string group) => Read(
        $"/apis/{group}/", $"get{OperationNames.Group(group)}APIGroup", "get information of a group", OperationNames.Tag(group, ""), "APIGroup");

    public static ApiPath Version(string group, string version) => Read(
        group.Length == 0 ? $"/api/{version}/" : $"/apis/{group}/{version}/",
        $"get{OperationNames.GroupVersion(group, version)}APIResources",
        "get available resources",
        OperationNames.Tag(group, version),
        "APIResourceList");

    private static ApiPath Read(string path, string id, string description, string tag, string answer) => new(path, false, "",
    [
        new()
        {
            Method = "get", Id = id, Description = description, Tag = tag, Answer = Meta + answer, Produces = MediaTypes.Served,
        },
    ]);
}
