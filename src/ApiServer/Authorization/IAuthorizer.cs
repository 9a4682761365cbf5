using CloudletK8s.ApiServer.Authentication;

namespace CloudletK8s.ApiServer.Authorization;

/// <summary>May this user do this?</summary>
public interface IAuthorizer
{
    ValueTask<AccessDecision> Decide(UserInfo user, AccessAttributes attributes, CancellationToken cancellationToken);

    /// <summary>What the user may do in a namespace, for SelfSubjectRulesReview.</summary>
    ValueTask<AccessRules> RulesOf(UserInfo user, string inNamespace, CancellationToken cancellationToken);
}
