namespace CloudletK8s.ControllerRuntime.Dynamic;

/// <summary>A reference to an owner.</summary>
/// <param name="Blocks">An owner that is deleted in the foreground waits for the object.</param>
public readonly record struct OwnerLink(string ApiVersion, string Kind, string Name, string Uid, bool Blocks);
