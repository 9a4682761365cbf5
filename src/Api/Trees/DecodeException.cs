namespace CloudletK8s.Api.Trees;

/// <summary>Leaves a decoder from any depth; it never leaves the decoder's entry point.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "It never leaves the decoders.")]
internal sealed class DecodeException(DecodeErrorKind kind, string message) : Exception(message)
{
    public DecodeError Error => new(kind, Message);

    public static DecodeException Syntax(string message) => new(DecodeErrorKind.Syntax, message);

    public static DecodeException Type(string message) => new(DecodeErrorKind.Type, message);
}
