namespace CloudletK8s.Api.Trees;

/// <summary>Why a body could not be read.</summary>
/// <param name="Message">In the words of Kubernetes.</param>
public sealed record DecodeError(DecodeErrorKind Kind, string Message);
