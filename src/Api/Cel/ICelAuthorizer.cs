namespace CloudletK8s.Api.Cel;

/// <summary>Answers what an expression asks of the variable "authorizer".</summary>
public interface ICelAuthorizer
{
    /// <summary>May be asked the same again; the answer does not change within one evaluation.</summary>
    CelDecision Decide(CelAccess access);
}
