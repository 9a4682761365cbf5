using CloudletK8s.SchedulerFn.Nodes;

namespace CloudletK8s.SchedulerFn.Clusters;

/// <summary>On how many nodes each image is.</summary>
internal sealed class ImageCounts
{
    private readonly Dictionary<string, int> _nodes = [];

    /// <summary>Moves whenever the spread of any image may have changed.</summary>
    public long Version { get; private set; }

    public int Nodes(string image) => _nodes.GetValueOrDefault(image);

    public void Count(NodeFacts node, int sign)
    {
        if (node.Images.Count == 0)
            return;

        Version++;
        foreach (var (image, _) in node.Images)
        {
            if ((_nodes[image] = _nodes.GetValueOrDefault(image) + sign) == 0)
                _nodes.Remove(image);
        }
    }
}
