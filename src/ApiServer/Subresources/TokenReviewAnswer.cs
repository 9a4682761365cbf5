using CloudletK8s.Api.Authentication.V1;
using CloudletK8s.Api.Records;
using CloudletK8s.ApiServer.Authentication;
using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Verbs;

namespace CloudletK8s.ApiServer.Subresources;

/// <summary>Whose token is this?</summary>
internal sealed class TokenReviewAnswer(ITokenIssuer tokens, IBearerTokens bearers) : IReview
{
    public async ValueTask<VerbResult> Run(RequestScope scope, CancellationToken cancellationToken)
    {
        var review = BodyDecoder.Decode(scope.Request, scope.Kind);
        var spec = review.Object("spec") is { } given ? RecordBinder.Read<TokenReviewSpec>(given) : new();
        if (spec.Token is null or "")
            throw ApiErrors.BadRequest("token is required for TokenReview in authentication");

        string[] audiences = spec.Audiences is { Count: > 0 } asked ? [.. asked] : [tokens.DefaultAudience];
        var user = await bearers.Find(spec.Token, audiences, cancellationToken);
        return ReviewAnswer.With(review, user is null
            ? new TokenReviewStatus { User = new(), Error = "invalid bearer token" }
            : new TokenReviewStatus { Authenticated = true, User = ReviewAnswer.Shown(user), Audiences = audiences });
    }
}
