using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Verbs;

/// <param name="Continue">Token of the next page; empty on the last.</param>
/// <param name="RemainingItemCount">Objects behind this page, where that is known.</param>
public sealed record ListPage(IReadOnlyList<StoredObject> Objects, long Revision, string Continue, long? RemainingItemCount);
