using CloudletK8s.ApiServer.Authentication;

namespace CloudletK8s.ApiServer.Authorization;

/// <summary>Administrators may do everything, all others nothing.</summary>
internal sealed class MastersAuthorizer : IAuthorizer
{
    public ValueTask<AccessDecision> Decide(UserInfo user, AccessAttributes attributes, CancellationToken cancellationToken) =>
        new(new AccessDecision(user.IsMaster, ""));

    public ValueTask<AccessRules> RulesOf(UserInfo user, string inNamespace, CancellationToken cancellationToken) => new(user.IsMaster
        ? new AccessRules(
            [new() { Verbs = ["*"], ApiGroups = ["*"], Resources = ["*"] }],
            [new() { Verbs = ["*"], NonResourceURLs = ["*"] }])
        : new AccessRules([], []));
}
