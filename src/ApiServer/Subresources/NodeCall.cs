using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Requests;

namespace CloudletK8s.ApiServer.Subresources;

/// <summary>Something that only the agent of a node can answer.</summary>
/// <param name="Action">log, exec, attach, portforward or proxy.</param>
/// <param name="Container">Empty for actions that concern none.</param>
internal sealed record NodeCall(string Node, string Action, TreeObject Pod, string Container, ApiRequest Request);
