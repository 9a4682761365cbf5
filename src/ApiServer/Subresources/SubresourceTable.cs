using CloudletK8s.Api.Authentication.V1;
using CloudletK8s.Api.Authorization.V1;
using CloudletK8s.ApiServer.Authentication;
using CloudletK8s.ApiServer.Authorization;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.ApiServer.Verbs;

namespace CloudletK8s.ApiServer.Subresources;

/// <summary>Which subresources and kinds are more than an object's own fields.</summary>
internal sealed class SubresourceTable(
    ServedResources served, IAuthorizer authorizer, ITokenIssuer tokens, IBearerTokens bearers, INodeConnector nodes)
{
    private readonly ScaleSubresource _scale = new();

    private readonly Dictionary<(string GroupResource, string Subresource), ISubresource> _special = new()
    {
        [("pods", "binding")] = new BindingSubresource(),
        [("pods", "eviction")] = new EvictionSubresource(served),
        [("pods", "log")] = new NodeConnection(served, nodes),
        [("pods", "exec")] = new NodeConnection(served, nodes),
        [("pods", "attach")] = new NodeConnection(served, nodes),
        [("pods", "portforward")] = new NodeConnection(served, nodes),
        [("pods", "proxy")] = new NodeConnection(served, nodes),
        [("nodes", "proxy")] = new NodeConnection(served, nodes),
        [("services", "proxy")] = new NodeConnection(served, nodes),
        [("serviceaccounts", "token")] = new TokenSubresource(served, tokens),
    };

    private readonly Dictionary<Type, IReview> _reviews = new()
    {
        [typeof(SelfSubjectReview)] = new SelfSubjectReviewAnswer(),
        [typeof(TokenReview)] = new TokenReviewAnswer(tokens, bearers),
        [typeof(SelfSubjectAccessReview)] = new AccessReviewAnswer(authorizer),
        [typeof(SubjectAccessReview)] = new AccessReviewAnswer(authorizer),
        [typeof(LocalSubjectAccessReview)] = new AccessReviewAnswer(authorizer),
        [typeof(SelfSubjectRulesReview)] = new RulesReviewAnswer(authorizer),
        [typeof(Api.Core.V1.Binding)] = new PodBinding(served),
    };

    public ISubresource? Find(RequestScope scope) => scope.Subresource == "scale"
        ? _scale
        : _special.GetValueOrDefault((scope.Storage.GroupResource, scope.Subresource));

    public IReview? Review(ServedResource resource) => resource.Kind.Record is { } record ? _reviews.GetValueOrDefault(record) : null;
}
