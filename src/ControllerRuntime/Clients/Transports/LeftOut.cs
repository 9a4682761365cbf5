using CloudletK8s.Api.Trees;

namespace CloudletK8s.ControllerRuntime.Clients.Transports;

/// <summary>Takes out what a caller does not want to see. For transports.</summary>
public static class LeftOut
{
    /// <param name="answer">An object or a list of them; it is changed.</param>
    public static TreeObject From(TreeObject answer, ApiCall call)
    {
        if (!call.WithoutManagedFields)
            return answer;

        answer.Object("metadata")?.Remove("managedFields");
        foreach (var item in answer.List("items") ?? [])
            (item as TreeObject)?.Object("metadata")?.Remove("managedFields");
        return answer;
    }
}
