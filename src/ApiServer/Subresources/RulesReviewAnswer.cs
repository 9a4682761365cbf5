using CloudletK8s.Api.Authorization.V1;
using CloudletK8s.ApiServer.Authorization;
using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Verbs;

namespace CloudletK8s.ApiServer.Subresources;

/// <summary>What may I do in a namespace?</summary>
internal sealed class RulesReviewAnswer(IAuthorizer authorizer) : IReview
{
    public async ValueTask<VerbResult> Run(RequestScope scope, CancellationToken cancellationToken)
    {
        var review = BodyDecoder.Decode(scope.Request, scope.Kind);
        var inNamespace = review.Object("spec")?.Text("namespace") ?? "";
        if (inNamespace.Length == 0)
            throw ApiErrors.BadRequest("no namespace on request");

        var rules = await authorizer.RulesOf(scope.Request.User, inNamespace, cancellationToken);
        return ReviewAnswer.With(review, new SubjectRulesReviewStatus { ResourceRules = rules.Resources, NonResourceRules = rules.NonResources });
    }
}
