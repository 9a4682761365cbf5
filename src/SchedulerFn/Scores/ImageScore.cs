using CloudletK8s.SchedulerFn.Evaluations;
using CloudletK8s.SchedulerFn.Profiles;

namespace CloudletK8s.SchedulerFn.Scores;

/// <summary>
/// How much of the pod's images a node has already. An image counts the more, the more nodes have it, so that pods do not all gather
/// on the one node that was first.
/// </summary>
internal sealed class ImageScore : NodeScore
{
    private const long Megabyte = 1 << 20;
    private const long Least = 23 * Megabyte;
    private const long MostEach = 1000 * Megabyte;
    private readonly EvaluationContext _context;
    private readonly double[] _spread;
    private long _spreadAt = -1;

    public ImageScore(EvaluationContext context, int weight)
        : base(PluginNames.ImageLocality, weight)
    {
        _context = context;
        _spread = new double[context.Shape.Images.Count];
    }

    /// <summary>Only of the pod's own images: 0 while no node has any of them.</summary>
    public override long Version
    {
        get
        {
            var version = 0L;
            foreach (var image in _context.Shape.Images)
                version = (version * (_context.State.NodeCount + 1L)) + _context.State.Images.Nodes(image);
            return version == 0 ? 0 : (version * 31) + _context.State.NodeCount;
        }
    }

    public static bool Concerns(EvaluationContext context) => context.Shape.Images.Count > 0;

    public override long Score(int slot)
    {
        var images = _context.Nodes.Facts[slot]!.Images;
        if (images.Count == 0)
            return 0;

        UpdateSpread();
        var sum = 0L;
        for (var i = 0; i < _spread.Length; i++)
        {
            if (images.TryGetValue(_context.Shape.Images[i], out var size))
                sum += (long)(size * _spread[i]);
        }

        var most = MostEach * _spread.Length;
        return Highest * (Math.Clamp(sum, Least, most) - Least) / (most - Least);
    }

    private void UpdateSpread()
    {
        if (_spreadAt == _context.State.Images.Version + _context.State.NodeVersion)
            return;

        _spreadAt = _context.State.Images.Version + _context.State.NodeVersion;
        for (var i = 0; i < _spread.Length; i++)
            _spread[i] = (double)_context.State.Images.Nodes(_context.Shape.Images[i]) / _context.State.NodeCount;
    }
}
