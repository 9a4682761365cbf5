using CloudletK8s.Api.Records;
using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Authentication;
using CloudletK8s.ApiServer.Verbs;

namespace CloudletK8s.ApiServer.Subresources;

/// <summary>What the answers to all reviews share.</summary>
internal static class ReviewAnswer
{
    public static VerbResult With<T>(TreeObject review, T status) where T : class
    {
        ObjectMetadata.Of(review)["creationTimestamp"] ??= TreeNull.Instance;
        review.Set("status", RecordBinder.Write(status));
        return new VerbResult.Made(201, review, null);
    }

    public static Api.Authentication.V1.UserInfo Shown(UserInfo user) => new()
    {
        Username = user.Name,
        Uid = user.Uid.Length > 0 ? user.Uid : null,
        Groups = user.Groups,
        Extra = user.Extra.Count > 0 ? user.Extra : null,
    };
}
