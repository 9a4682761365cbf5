using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Verbs;

namespace CloudletK8s.ApiServer.Subresources;

/// <summary>Success of an action that has no object to show.</summary>
internal static class StatusAnswer
{
    public static VerbResult Created()
    {
        var status = new TreeObject();
        status.Set("kind", "Status");
        status.Set("apiVersion", "v1");
        status.Set("metadata", new TreeObject());
        status.Set("status", "Success");
        status.Set("code", 201);
        return new VerbResult.Made(201, status, null);
    }
}
