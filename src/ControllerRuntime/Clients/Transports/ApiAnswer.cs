using CloudletK8s.Api.Trees;

namespace CloudletK8s.ControllerRuntime.Clients.Transports;

/// <param name="Code">HTTP's; from 300 on the body is a Status.</param>
/// <param name="Body">The caller's own.</param>
public sealed record ApiAnswer(int Code, TreeObject Body);
