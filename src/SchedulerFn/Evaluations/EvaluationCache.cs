using CloudletK8s.SchedulerFn.Clusters;
using CloudletK8s.SchedulerFn.Pods;
using CloudletK8s.SchedulerFn.Profiles;

namespace CloudletK8s.SchedulerFn.Evaluations;

/// <summary>Keeps the evaluations of the kinds of pods that were scheduled last.</summary>
internal sealed class EvaluationCache(ClusterState state)
{
    // In answers about nodes, some 40 bytes each: 128 kinds of pods on 5,000 nodes.
    private const int MostAnswers = 1 << 20;
    private const int FewestKept = 16;
    private const int MostKept = 1024;
    private readonly Dictionary<(PodShape Shape, string Profile), LinkedListNode<PodEvaluation>> _kept = [];
    private readonly LinkedList<PodEvaluation> _byUse = new();

    public int Count => _kept.Count;

    public PodEvaluation Take(PodShape shape, SchedulerProfile profile)
    {
        if (_kept.TryGetValue((shape, profile.SchedulerName), out var node))
        {
            _byUse.Remove(node);
            _byUse.AddFirst(node);
            return node.Value;
        }

        var limit = Math.Clamp(MostAnswers / state.Nodes.Capacity, FewestKept, MostKept);
        while (_kept.Count >= limit)
            Forget(_byUse.Last!);
        var made = Make(shape, profile, nodeName: null);
        _kept[(shape, profile.SchedulerName)] = _byUse.AddFirst(made);
        return made;
    }

    /// <summary>For one pod only; the caller releases it.</summary>
    public PodEvaluation Make(PodShape shape, SchedulerProfile profile, string? nodeName) => new(new(state, state.Use(shape), profile, nodeName));

    private void Forget(LinkedListNode<PodEvaluation> node)
    {
        _byUse.Remove(node);
        _kept.Remove((node.Value.Context.Shape, node.Value.Context.Profile.SchedulerName));
        node.Value.Release();
    }
}
