namespace CloudletK8s.Store.AzureTables;

/// <summary>What is known about a batch while it is sent, perhaps more than once.</summary>
/// <param name="isConditional">Every operation depends on what is there, so the batch can be applied only once.</param>
internal sealed class TableAttempt(bool isConditional)
{
    public bool IsConditional { get; } = isConditional;

    /// <summary>An earlier attempt may have been applied: a refusal may be the refusal of its repetition.</summary>
    public bool IsUncertain { get; set; }
}
