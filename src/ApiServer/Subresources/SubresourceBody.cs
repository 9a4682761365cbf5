using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Verbs;

namespace CloudletK8s.ApiServer.Subresources;

/// <summary>What travels to a subresource that carries a kind of its own.</summary>
internal static class SubresourceBody
{
    public static TreeObject Decode(RequestScope scope)
    {
        var info = KindOf(scope);
        return BodyDecoder.Decode(scope.Request, info.Schema, info.ApiVersion, info.Kind);
    }

    public static SubresourceInfo KindOf(RequestScope scope) => scope.Kind.Subresource(scope.Subresource) ?? throw ApiErrors.NoSuchPath();
}
