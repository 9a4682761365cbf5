namespace CloudletK8s.Api.Trees;

public enum DecodeErrorKind
{
    /// <summary>The bytes are not of the format at all.</summary>
    Syntax,

    /// <summary>A value has another type than the schema says, or cannot be such a value.</summary>
    Type,
}
