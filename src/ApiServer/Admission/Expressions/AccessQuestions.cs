using CloudletK8s.Api.Cel;
using CloudletK8s.ApiServer.Authentication;
using CloudletK8s.ApiServer.Authorization;

namespace CloudletK8s.ApiServer.Admission.Expressions;

/// <summary>
/// The authorizer that the expressions about one request ask. Expressions do not wait: what is not known at once ends the
/// evaluation, is looked up, and the evaluation begins anew. Expressions have no effects, and each question costs, so that ends.
/// </summary>
internal sealed class AccessQuestions(IAuthorizer authorizer, UserInfo user, CancellationToken cancellationToken) : ICelAuthorizer
{
    private readonly Dictionary<CelAccess, CelDecision> _known = [];

    public CelDecision Decide(CelAccess access)
    {
        if (_known.TryGetValue(access, out var known))
            return known;

        var pending = authorizer.Decide(UserOf(access), Attributes(access), cancellationToken).AsTask();
        return pending.IsCompletedSuccessfully
            ? _known[access] = new(pending.Result.Allowed, pending.Result.Reason)
            : throw new DecisionNeededException(access, pending);
    }

    /// <param name="evaluate">Runs again from the start whenever a decision had to be waited for.</param>
    public async ValueTask<T> Answered<T>(Func<T> evaluate)
    {
        while (true)
        {
            DecisionNeededException needed;
            try
            {
                return evaluate();
            }
            catch (DecisionNeededException e)
            {
                needed = e;
            }

            var decision = await needed.Pending;
            _known[needed.Access] = new(decision.Allowed, decision.Reason);
        }
    }

    private UserInfo UserOf(CelAccess access)
    {
        if (access.ServiceAccount.Length == 0)
            return user;

        var space = access.ServiceAccount[..access.ServiceAccount.IndexOf(':')];
        return new($"system:serviceaccount:{access.ServiceAccount}", ["system:serviceaccounts", $"system:serviceaccounts:{space}", UserInfo.AuthenticatedGroup]);
    }

    private static AccessAttributes Attributes(CelAccess access) => new()
    {
        Verb = access.Verb,
        NonResourcePath = access.Path,
        Group = access.Group,
        Version = "*",
        Resource = access.Resource,
        Subresource = access.Subresource,
        Namespace = access.Namespace,
        Name = access.Name,
    };
}
