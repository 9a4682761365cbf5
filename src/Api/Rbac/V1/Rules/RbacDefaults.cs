using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Rbac.V1.Rules;

internal static class RbacDefaults
{
    /// <summary>Users and groups belong to this API's group, service accounts to the core one.</summary>
    public static void Subject(TreeObject subject)
    {
        if (string.IsNullOrEmpty(subject.Text("apiGroup")) && subject.Text("kind") is "User" or "Group")
            subject.Set("apiGroup", RbacValidation.Group);
    }
}
