namespace CloudletK8s.Store;

public enum ChangeType
{
    Added,
    Modified,
    Deleted,
}
