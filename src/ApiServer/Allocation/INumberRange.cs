namespace CloudletK8s.ApiServer.Allocation;

/// <summary>Values in order, of which each may be taken once.</summary>
internal interface INumberRange
{
    int Count { get; }

    /// <summary>How many at the front are left for those who ask for a certain value, until the rest is gone.</summary>
    int StaticCount { get; }

    /// <summary>Kubernetes' words for a range without a free value.</summary>
    string Full { get; }

    /// <summary>Kubernetes' words for a value that somebody else has.</summary>
    string Taken { get; }

    string At(int offset);

    /// <returns>Why the value is none of the range; null when it is one.</returns>
    string? Outside(string value);
}
