namespace CloudletK8s.ApiServer.Requests;

/// <summary>What becomes of fields that are unknown or given twice.</summary>
public enum FieldValidation
{
    /// <summary>Dropped silently.</summary>
    Ignore,

    /// <summary>Dropped, with a warning for each.</summary>
    Warn,

    /// <summary>The request is refused.</summary>
    Strict,
}
