using CloudletK8s.Api.Authentication.V1;
using CloudletK8s.Api.Values;
using CloudletK8s.ApiServer.Verbs;

namespace CloudletK8s.ApiServer.Subresources;

/// <summary>Who am I?</summary>
internal sealed class SelfSubjectReviewAnswer : IReview
{
    public ValueTask<VerbResult> Run(RequestScope scope, CancellationToken cancellationToken)
    {
        var review = BodyDecoder.Decode(scope.Request, scope.Kind);
        ObjectMetadata.Of(review).Set("creationTimestamp", GoTime.Format(scope.Now));
        return new(ReviewAnswer.With(review, new SelfSubjectReviewStatus { UserInfo = ReviewAnswer.Shown(scope.Request.User) }));
    }
}
