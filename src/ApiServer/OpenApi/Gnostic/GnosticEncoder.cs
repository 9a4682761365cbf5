using System.Text.Json;

namespace CloudletK8s.ApiServer.OpenApi.Gnostic;

/// <summary>OpenAPI documents as protobuf: what older kubectls and Helm ask for.</summary>
internal static class GnosticEncoder
{
    public static ReadOnlyMemory<byte> Encode(GnosticMessage document, ReadOnlyMemory<byte> json)
    {
        using var parsed = JsonDocument.Parse(json);
        var output = new ProtobufOutput();
        document.WriteMembers(output, parsed.RootElement);
        return output.Written;
    }
}
