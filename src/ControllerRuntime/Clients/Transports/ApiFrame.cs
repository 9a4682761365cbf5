using CloudletK8s.Api.Trees;

namespace CloudletK8s.ControllerRuntime.Clients.Transports;

/// <param name="Type">ADDED, MODIFIED, DELETED, BOOKMARK or ERROR.</param>
public readonly record struct ApiFrame(string Type, TreeObject Object);
