namespace CloudletK8s.ControllerRuntime.Clients;

/// <summary>What a deletion left.</summary>
/// <param name="Object">As the server last saw it: still there when finalizers or a grace period hold it. Null when it only says that it is done.</param>
public sealed record Deletion<T>(T? Object) where T : class;
