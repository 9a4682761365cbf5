namespace CloudletK8s.Api.Cel.Types;

internal enum CelKind
{
    /// <summary>Known only when the expression runs.</summary>
    Dyn,
    Null,
    Bool,
    Int,
    Uint,
    Double,
    Text,
    Bytes,
    Duration,
    Timestamp,
    List,
    Map,

    /// <summary>A type as a value.</summary>
    Type,

    /// <summary>Named fields.</summary>
    Object,

    /// <summary>A value that only functions look into.</summary>
    Opaque,

    /// <summary>Stands for any one type within a signature.</summary>
    Parameter,
}
