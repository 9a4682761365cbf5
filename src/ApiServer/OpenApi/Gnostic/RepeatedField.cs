using System.Text.Json;

namespace CloudletK8s.ApiServer.OpenApi.Gnostic;

/// <summary>A field that may occur several times, once for each item of the JSON list.</summary>
internal sealed class RepeatedField(GnosticType item) : GnosticType
{
    public override void Write(ProtobufOutput output, int number, JsonElement value) => item.Write(output, number, value);
}
