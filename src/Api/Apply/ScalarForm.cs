namespace CloudletK8s.Api.Apply;

internal enum ScalarForm
{
    None,
    Text,
    Number,
    Flag,

    /// <summary>Any scalar.</summary>
    Any,

    /// <summary>Any value, not looked into.</summary>
    Opaque,
}
