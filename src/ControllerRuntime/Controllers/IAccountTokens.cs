namespace CloudletK8s.ControllerRuntime.Controllers;

/// <summary>Makes the tokens that are kept in secrets. They never expire; they die with the secret or the account.</summary>
public interface IAccountTokens
{
    string Make(string inNamespace, string account, string accountUid, string secret);
}
