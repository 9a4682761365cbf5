namespace CloudletK8s.ControllerRuntime.Clients;

public sealed record WriteOptions
{
    public static WriteOptions Default { get; } = new();

    /// <summary>Everything is checked, nothing is stored.</summary>
    public bool DryRun { get; init; }

    /// <summary>Who owns the fields that are set; empty: the client's own manager.</summary>
    public string FieldManager { get; init; } = "";

    /// <summary>Unknown and repeated fields are refused instead of dropped.</summary>
    public bool Strict { get; init; }
}
