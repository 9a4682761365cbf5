namespace CloudletK8s.Reconcilers.ZoneEviction;

internal enum ZoneState
{
    Normal,

    /// <summary>Mostly down, and too small to spread the loss over time: nothing is given up.</summary>
    SmallAndDisrupted,

    /// <summary>Mostly down: given up slowly.</summary>
    LargeAndDisrupted,

    /// <summary>Not one of its nodes answers.</summary>
    Lost,
}
