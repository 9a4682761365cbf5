using CloudletK8s.ApiServer.Resources;

namespace CloudletK8s.ApiServer.Admission.Matching;

/// <summary>The version of a resource in which a webhook or policy wants to see a request.</summary>
internal sealed record ResourceMatch(ServedResource Version)
{
    public ResourceId Resource => ResourceId.Of(Version.Kind);
}
