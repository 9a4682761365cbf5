using CloudletK8s.Api.Kinds;

namespace CloudletK8s.ApiServer.Discovery;

/// <param name="Versions">The preferred first.</param>
internal sealed record ServedGroup(string Name, IReadOnlyList<ServedVersion> Versions)
{
    public string ApiVersion(ServedVersion version) => Name.Length == 0 ? version.Name : $"{Name}/{version.Name}";
}

/// <param name="Kinds">By the names of their resources.</param>
internal sealed record ServedVersion(string Name, IReadOnlyList<KindInfo> Kinds);
