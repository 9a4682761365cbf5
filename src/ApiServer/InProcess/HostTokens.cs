using CloudletK8s.ApiServer.Authentication;
using CloudletK8s.ControllerRuntime.Controllers;

namespace CloudletK8s.ApiServer.InProcess;

/// <summary>Tokens signed by the server in this process.</summary>
public sealed class HostTokens(ITokenIssuer tokens) : IAccountTokens
{
    public string Make(string inNamespace, string account, string accountUid, string secret) =>
        tokens.IssueForSecret(new(inNamespace, account, accountUid), secret);
}
