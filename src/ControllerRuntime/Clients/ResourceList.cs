namespace CloudletK8s.ControllerRuntime.Clients;

/// <summary>A list, or a page of one.</summary>
/// <param name="Continue">Asks for the next page; empty on the last.</param>
/// <param name="RemainingItemCount">Objects behind this page, where the server knows.</param>
public sealed record ResourceList<T>(IReadOnlyList<T> Items, string ResourceVersion, string Continue, long? RemainingItemCount);
