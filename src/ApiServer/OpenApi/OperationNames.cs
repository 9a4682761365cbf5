namespace CloudletK8s.ApiServer.OpenApi;

internal static class OperationNames
{
    private const string Suffix = ".k8s.io";

    /// <summary>"CoreV1", "RbacAuthorizationV1".</summary>
    public static string GroupVersion(string group, string version) => Group(group) + Title(version);

    public static string Group(string group) => string.Concat(Parts(group).Select(Title));

    /// <summary>"core_v1", "rbacAuthorization_v1".</summary>
    public static string Tag(string group, string version)
    {
        var name = Group(group);
        return $"{char.ToLowerInvariant(name[0])}{name[1..]}{(version.Length > 0 ? "_" : "")}{version}";
    }

    public static string Title(string word) => word.Length == 0 ? "" : char.ToUpperInvariant(word[0]) + word[1..];

    public static string Article(string kind) => "AEIOU".Contains(kind[0]) ? "an" : "a";

    private static string[] Parts(string group) => group.Length == 0
        ? ["core"]
        : (group.EndsWith(Suffix, StringComparison.Ordinal) ? group[..^Suffix.Length] : group).Split('.', '-');
}
