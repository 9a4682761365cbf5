using CloudletK8s.Api.Cel;

namespace CloudletK8s.ApiServer.Admission.Expressions;

/// <summary>Ends an evaluation that asks what must be looked up first.</summary>
internal sealed class DecisionNeededException(CelAccess access, ValueTask<Authorization.AccessDecision> pending) : Exception
{
    public CelAccess Access { get; } = access;

    public ValueTask<Authorization.AccessDecision> Pending { get; } = pending;
}
