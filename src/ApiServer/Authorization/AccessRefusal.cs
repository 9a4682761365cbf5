using CloudletK8s.ApiServer.Authentication;
using CloudletK8s.ApiServer.Errors;

namespace CloudletK8s.ApiServer.Authorization;

internal static class AccessRefusal
{
    public static ApiException For(UserInfo user, AccessAttributes attributes, AccessDecision decision)
    {
        var why = decision.Reason.Length > 0 ? $": {decision.Reason}" : "";
        if (!attributes.IsResource)
        {
            return new(403, "Forbidden", $"forbidden: User \"{user.Name}\" cannot {attributes.Verb} path \"{attributes.NonResourcePath}\"{why}")
            {
                Details = new(),
            };
        }

        var resource = attributes.Subresource.Length > 0 ? $"{attributes.Resource}/{attributes.Subresource}" : attributes.Resource;
        var where = attributes.Namespace.Length > 0 ? $" in the namespace \"{attributes.Namespace}\"" : " at the cluster scope";
        return ApiErrors.Forbidden(
            attributes.Group,
            attributes.Resource,
            attributes.Name,
            $"User \"{user.Name}\" cannot {attributes.Verb} resource \"{resource}\" in API group \"{attributes.Group}\"{where}{why}");
    }
}
