using CloudletK8s.ApiServer.Authentication;

namespace CloudletK8s.ApiServer.Authorization;

/// <summary>Nodes first, roles and bindings for everybody.</summary>
internal sealed class AuthorizerChain(NodeAuthorizer nodes, RbacAuthorizer rbac) : IAuthorizer
{
    public async ValueTask<AccessDecision> Decide(UserInfo user, AccessAttributes attributes, CancellationToken cancellationToken)
    {
        if (user.IsMaster)
            return new(true, "");

        var decision = await nodes.Decide(user, attributes, cancellationToken);
        return decision.Allowed ? decision : await rbac.Decide(user, attributes, cancellationToken);
    }

    public ValueTask<AccessRules> RulesOf(UserInfo user, string inNamespace, CancellationToken cancellationToken) =>
        rbac.RulesOf(user, inNamespace, cancellationToken);
}
