namespace CloudletK8s.ApiServer.Verbs;

/// <summary>Random numbers for all requests at once: without the lock two of them may be given the same "random" name.</summary>
internal sealed class LockedRandom : Random
{
    private readonly Lock _lock = new();

    public override int Next(int maxValue)
    {
        lock (_lock)
            return base.Next(maxValue);
    }

    public override int Next(int minValue, int maxValue)
    {
        lock (_lock)
            return base.Next(minValue, maxValue);
    }

    public override double NextDouble()
    {
        lock (_lock)
            return base.NextDouble();
    }
}
