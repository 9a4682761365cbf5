using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Expiry;

/// <summary>An event as it was written last, as far as is known.</summary>
/// <param name="Revision">Of that write: an event that was written again has another, and is left to its own turn.</param>
internal readonly record struct WrittenEvent(DateTimeOffset Due, ObjectKey Key, long Revision);
