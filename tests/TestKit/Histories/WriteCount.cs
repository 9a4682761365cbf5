namespace CloudletK8s.TestKit.Histories;

/// <summary>Counts acknowledged writes, and tells when there are enough of them for what comes next.</summary>
public sealed class WriteCount
{
    private readonly Lock _gate = new();
    private readonly List<(int Number, TaskCompletionSource Reached)> _waiting = [];
    private int _count;

    public void Add()
    {
        lock (_gate)
        {
            _count++;
            foreach (var (_, reached) in _waiting.Where(waiting => waiting.Number <= _count))
                reached.TrySetResult();
        }
    }

    public Task Reaches(int number)
    {
        lock (_gate)
        {
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((number, reached));
            if (_count >= number)
                reached.SetResult();
            return reached.Task;
        }
    }
}
