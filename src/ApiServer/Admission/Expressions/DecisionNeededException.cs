using CloudletK8s.Api.Cel;

namespace CloudletK8s.ApiServer.Admission.Expressions;

/// <summary>Ends an evaluation that asks what must be looked up first.</summary>
public sealed class DecisionNeededException(CelAccess access, Task<Authorization.AccessDecision> pending) : Exception
{
    public CelAccess Access { get; } = access;

    public Task<Authorization.AccessDecision> Pending { get; } = pending;
}
