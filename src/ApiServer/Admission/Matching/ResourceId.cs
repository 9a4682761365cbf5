using CloudletK8s.Api.Kinds;

namespace CloudletK8s.ApiServer.Admission.Matching;

/// <summary>A resource in one of its versions.</summary>
internal readonly record struct ResourceId(string Group, string Version, string Resource)
{
    public static ResourceId Of(KindInfo kind) => new(kind.Group, kind.Version, kind.Plural);
}
