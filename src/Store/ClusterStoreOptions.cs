namespace CloudletK8s.Store;

/// <summary>The store's limits. Sizes in memory are per resource.</summary>
public sealed record ClusterStoreOptions
{
    /// <summary>The cluster's id, part of every partition key: letters, digits and '-'.</summary>
    public string Cluster { get; init; } = "default";

    /// <summary>How many changes are kept in memory for watchers.</summary>
    public int RecentChanges { get; init; } = 16_384;

    /// <summary>How many bytes of changed objects are kept in memory for watchers.</summary>
    public long RecentBytes { get; init; } = 32L * 1024 * 1024;

    /// <summary>How often the head is read while someone watches a store that other processes write to.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How long a read waits for a revision from the future.</summary>
    public TimeSpan FutureRevisionWait { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How many snapshots that were handed out are kept, so that the next page of a list finds its revision.</summary>
    public int KeptSnapshots { get; init; } = 4;

    /// <summary>How long such a snapshot is kept after its last use.</summary>
    public TimeSpan KeptSnapshotAge { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Changes older than this are compacted.</summary>
    public TimeSpan HistoryAge { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Changes beyond this number are compacted.</summary>
    public int HistoryChanges { get; init; } = 100_000;

    /// <summary>How often the log is looked through for changes to compact; <see cref="Timeout.InfiniteTimeSpan"/>: never by itself.</summary>
    public TimeSpan CompactionInterval { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How many rows are asked for at once.</summary>
    public int PageRows { get; init; } = 1000;

    /// <summary>How often the outcome of a failed commit is looked up before its writers are told that it is not known.</summary>
    public int OutcomeLookups { get; init; } = 5;

    /// <summary>The pause before the second look-up; it doubles with each.</summary>
    public TimeSpan OutcomeLookupPause { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Hears of failures that no caller waits for (polling, compaction, subscribers); the work is tried again later.</summary>
    public Action<string, Exception>? BackgroundFailure { get; init; }
}
