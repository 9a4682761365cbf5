namespace CloudletK8s.ApiServer.Admission.Matching;

/// <summary>A kind in one of its versions.</summary>
internal readonly record struct KindId(string Group, string Version, string Kind)
{
    public string ApiVersion => Group.Length == 0 ? Version : $"{Group}/{Version}";

    public static KindId Of(string apiVersion, string kind)
    {
        var slash = apiVersion.IndexOf('/');
        return new(slash < 0 ? "" : apiVersion[..slash], apiVersion[(slash + 1)..], kind);
    }
}
