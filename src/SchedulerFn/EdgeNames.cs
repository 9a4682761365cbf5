namespace CloudletK8s.SchedulerFn;

/// <summary>The labels and annotations by which pods and nodes speak of sites.</summary>
public static class EdgeNames
{
    /// <summary>On a pod: it runs at this site or nowhere.</summary>
    public const string PinToSite = "cloudlet.dev/pin-to-site";

    /// <summary>On a pod: nodes and sites that hold its data, separated by commas; the first that can run it is preferred.</summary>
    public const string DataLocality = "cloudlet.dev/data-locality";

    /// <summary>On a node or a volume: the site it stands at, where that is not its zone.</summary>
    public const string Site = "cloudlet.dev/site";
}
