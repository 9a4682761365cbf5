using CloudletK8s.ApiServer;
using CloudletK8s.ApiServer.Authentication;
using CloudletK8s.ApiServer.InProcess;
using CloudletK8s.ControllerRuntime.Clients.Transports;
using CloudletK8s.TestKit.Clients;

namespace CloudletK8s.ControllerRuntime.Tests.Clients;

public sealed class InProcessClient : ApiClientSuite
{
    protected override ValueTask<IApiTransport> Connect(ApiServerHost host) =>
        ValueTask.FromResult<IApiTransport>(new InProcessTransport(host.Verbs, UserInfo.ApiServer, TimeProvider.System));
}
