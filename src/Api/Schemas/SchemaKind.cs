namespace CloudletK8s.Api.Schemas;

public enum SchemaKind
{
    /// <summary>Named fields; others are unknown unless the schema preserves them.</summary>
    Object,

    /// <summary>Any keys, one element schema.</summary>
    Map,
    List,
    Text,
    Int32,
    Int64,
    Double,
    Flag,

    /// <summary>Base64 text.</summary>
    Bytes,
    Quantity,
    IntOrString,

    /// <summary>RFC 3339 in whole seconds.</summary>
    Time,

    /// <summary>RFC 3339 in microseconds.</summary>
    MicroTime,

    /// <summary>Go's duration text, "1m30s".</summary>
    Duration,

    /// <summary>Any JSON, kept as it is.</summary>
    Any,

    /// <summary>An object of one schema, or a value of another (the unions of JSON schema).</summary>
    Either,

    /// <summary>A whole number of unstated size (custom resources).</summary>
    Integer,
}
