namespace CloudletK8s.ApiServer.Allocation;

/// <summary>Who has a value: an object, told apart from a later one of the same name.</summary>
internal sealed record Owner(string Namespace, string Name, string Uid);
