using System.Diagnostics.CodeAnalysis;

namespace CloudletK8s.ControllerRuntime.Work.InProcess;

/// <summary>Keys that may be worked on now. Controllers take turns, so that the flood of one does not hold up the others.</summary>
internal sealed class ReadyKeys
{
    private readonly Dictionary<string, Queue<WorkEntry>> _byController = new(StringComparer.Ordinal);
    private readonly Queue<Queue<WorkEntry>> _turns = new();

    public int Count { get; private set; }

    public void Add(WorkEntry entry)
    {
        if (!_byController.TryGetValue(entry.Key.Controller, out var queue))
            _byController[entry.Key.Controller] = queue = new();

        queue.Enqueue(entry);
        Count++;
        if (queue.Count == 1)
            _turns.Enqueue(queue);
    }

    public bool TryTake([NotNullWhen(true)] out WorkEntry? entry)
    {
        entry = null;
        if (!_turns.TryDequeue(out var queue))
            return false;

        entry = queue.Dequeue();
        Count--;
        if (queue.Count > 0)
            _turns.Enqueue(queue);
        return true;
    }
}
