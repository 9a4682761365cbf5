using CloudletK8s.Store;

namespace CloudletK8s.TestKit.Histories;

public sealed record WatchedChange(ChangeType Type, ObjectKey Key, long Revision, string Value);
