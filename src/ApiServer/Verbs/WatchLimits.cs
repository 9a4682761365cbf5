namespace CloudletK8s.ApiServer.Verbs;

/// <param name="Longest">A watch ends by itself after this; Functions cut every answer at 230 s.</param>
/// <param name="Random">Spreads the ends of watches that were opened together.</param>
public sealed record WatchLimits(TimeSpan Longest, Random Random);
