using CloudletK8s.Api.Authorization.V1;
using CloudletK8s.Api.Records;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Authentication;
using CloudletK8s.ApiServer.Authorization;
using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Verbs;

namespace CloudletK8s.ApiServer.Subresources;

/// <summary>May I do this; may somebody else?</summary>
internal sealed class AccessReviewAnswer(IAuthorizer authorizer) : IReview
{
    public async ValueTask<VerbResult> Run(RequestScope scope, CancellationToken cancellationToken)
    {
        var review = BodyDecoder.Decode(scope.Request, scope.Kind);
        var tree = review.ObjectOrNew("spec");
        var spec = RecordBinder.Read<SubjectAccessReviewSpec>(tree);
        var self = scope.Kind.Record == typeof(SelfSubjectAccessReview);
        Validate(scope, tree, spec, self);
        if (scope.Kind.Namespaced)
            CheckNamespace(scope, spec);

        var user = self ? scope.Request.User : new UserInfo(spec.User ?? "", spec.Groups ?? [])
        {
            Uid = spec.Uid ?? "",
            Extra = spec.Extra ?? new Dictionary<string, IReadOnlyList<string>>(),
        };
        var attributes = Attributes(spec);
        var decision = user.IsMaster ? new(true, "") : await authorizer.Decide(user, attributes, cancellationToken);
        return ReviewAnswer.With(review, new SubjectAccessReviewStatus
        {
            Allowed = decision.Allowed,
            Reason = decision.Reason.Length > 0 ? decision.Reason : null,
        });
    }

    private static AccessAttributes Attributes(SubjectAccessReviewSpec spec) => spec.ResourceAttributes is { } resource
        ? new()
        {
            Verb = resource.Verb ?? "",
            Group = resource.Group ?? "",
            Version = resource.Version ?? "",
            Resource = resource.Resource ?? "",
            Subresource = resource.Subresource ?? "",
            Namespace = resource.Namespace ?? "",
            Name = resource.Name ?? "",
        }
        : new() { Verb = spec.NonResourceAttributes!.Verb ?? "", NonResourcePath = spec.NonResourceAttributes.Path is { Length: > 0 } path ? path : "/" };

    private static void Validate(RequestScope scope, TreeObject tree, SubjectAccessReviewSpec spec, bool self)
    {
        var errors = new FieldErrors();
        var path = FieldPath.Root("spec");
        if (spec is { ResourceAttributes: not null, NonResourceAttributes: not null })
        {
            errors.Invalid(
                path.Child("nonResourceAttributes"), tree["nonResourceAttributes"], "cannot be specified in combination with resourceAttributes");
        }
        else if (spec is { ResourceAttributes: null, NonResourceAttributes: null })
        {
            errors.Invalid(
                path.Child("resourceAttributes"), new ShownAs("null"), "exactly one of nonResourceAttributes or resourceAttributes must be specified");
        }

        if (!self && spec.User is null or "" && spec.Groups is not { Count: > 0 })
            errors.Invalid(path.Child("user"), "", "at least one of user or group must be specified");
        if (errors.Any)
            throw ApiErrors.Invalid(scope.Kind, "", errors.All);
    }

    private static void CheckNamespace(RequestScope scope, SubjectAccessReviewSpec spec)
    {
        if (spec.ResourceAttributes is { } resource && resource.Namespace != scope.Namespace)
            throw ApiErrors.BadRequest($"spec.resourceAttributes.namespace must match namespace: {scope.Namespace}");
    }
}
