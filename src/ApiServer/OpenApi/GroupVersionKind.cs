namespace CloudletK8s.ApiServer.OpenApi;

internal readonly record struct GroupVersionKind(string Group, string Version, string Kind)
{
    public static GroupVersionKind Of(string apiVersion, string kind)
    {
        var slash = apiVersion.IndexOf('/');
        return new(slash < 0 ? "" : apiVersion[..slash], apiVersion[(slash + 1)..], kind);
    }
}
