namespace CloudletK8s.Api.Protobuf;

internal static class ProtobufWire
{
    public const int Varint = 0;
    public const int Fixed64 = 1;
    public const int Bytes = 2;
    public const int StartGroup = 3;
    public const int EndGroup = 4;
    public const int Fixed32 = 5;

    /// <summary>What stands before every message of Kubernetes that is not part of another.</summary>
    public static ReadOnlySpan<byte> Magic => "k8s\0"u8;
}
