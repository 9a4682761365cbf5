using CloudletK8s.Api.Kinds;
using CloudletK8s.ControllerRuntime.Dynamic;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.InProcess;

/// <summary>How far the turns of one resource have been told.</summary>
internal sealed class FollowedResource(KindInfo kind, IResourceStore store, Action<ObjectLife> told)
{
    private readonly Lock _gate = new();
    private readonly PriorityQueue<TaskCompletionSource, long> _waiting = new();
    private readonly List<Change> _early = [];
    private long _reached = -1;

    public IResourceStore Store => store;

    public bool IsFilled
    {
        get
        {
            lock (_gate)
                return _reached >= 0;
        }
    }

    public bool Reaches(long revision)
    {
        lock (_gate)
            return _reached >= revision;
    }

    /// <summary>Tells how the objects stand, then what happened meanwhile. Again, after a gap.</summary>
    public async Task Fill(CancellationToken cancellationToken)
    {
        if (await store.Read(ReadAt.Newest.Instance, cancellationToken) is not ReadResult.Found { Snapshot: var snapshot })
            throw new InvalidOperationException("the newest revision is always there");

        lock (_gate)
        {
            if (_reached >= snapshot.Revision)
                return;

            foreach (var stored in snapshot.Objects())
            {
                var marks = LifeMarks.Of(stored.Json.Span);
                if (marks.Any)
                    told(marks.ToLife(kind, stored.Key, isGone: false));
            }

            _reached = snapshot.Revision;
            foreach (var change in _early)
                Tell(change);
            _early.Clear();
            Release();
        }
    }

    /// <summary>Called for each change in the order of the log.</summary>
    public void Hear(Change change)
    {
        lock (_gate)
        {
            if (_reached < 0)
            {
                _early.Add(change);
                return;
            }

            Tell(change);
            Release();
        }
    }

    public async ValueTask WaitFor(long revision, CancellationToken cancellationToken)
    {
        TaskCompletionSource reached;
        lock (_gate)
        {
            if (_reached >= revision)
                return;

            reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(reached, revision);
        }

        await reached.Task.WaitAsync(cancellationToken);
    }

    private void Tell(Change change)
    {
        if (change.Revision <= _reached)
            return;

        _reached = change.Revision;
        var marks = LifeMarks.Of(change.Object.Json.Span);
        var isGone = change.Type == ChangeType.Deleted;
        var previous = change.Previous is { } before ? LifeMarks.Of(before.Json.Span) : default;
        if (isGone || (change.Previous is null ? marks.Any : !marks.SameAs(previous)))
            told(marks.ToLife(kind, change.Object.Key, isGone));
    }

    private void Release()
    {
        while (_waiting.TryPeek(out var reached, out var wanted) && wanted <= _reached)
        {
            _waiting.Dequeue();
            reached.SetResult();
        }
    }
}
