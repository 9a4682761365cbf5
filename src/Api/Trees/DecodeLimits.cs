namespace CloudletK8s.Api.Trees;

public static class DecodeLimits
{
    /// <summary>How deep objects and lists may be nested. Go allows 10,000; no schema comes near this, and every walk over a tree recurses.</summary>
    public const int Depth = 500;

    /// <summary>More problems than these are not listed.</summary>
    public const int Problems = 100;
}
