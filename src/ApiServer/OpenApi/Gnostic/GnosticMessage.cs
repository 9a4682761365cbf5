using System.Collections;
using System.Text.Json;

namespace CloudletK8s.ApiServer.OpenApi.Gnostic;

/// <summary>A message with a field for each known member; the x- members and those of maps are pairs of a name and a value.</summary>
internal sealed class GnosticMessage : GnosticType, IEnumerable
{
    private readonly Dictionary<string, (int Number, GnosticType Type)> _fields = [];

    /// <summary>The field of the members that start with x-; 0: none.</summary>
    public int Extensions { get; init; }

    /// <summary>The field and type of all other members; 0: there are none.</summary>
    public (int Number, GnosticType? Type) Map { get; init; }

    public void Add(string member, int number, GnosticType type) => _fields.Add(member, (number, type));

    public void Add(string member, int number) => Add(member, number, Text);

    public override void Write(ProtobufOutput output, int number, JsonElement value) =>
        output.Message(number, () => WriteMembers(output, value));

    public void WriteMembers(ProtobufOutput output, JsonElement value)
    {
        foreach (var member in value.EnumerateObject())
        {
            if (_fields.TryGetValue(member.Name, out var field))
                WriteField(output, field.Number, field.Type, member.Value);
            else if (Extensions > 0 && member.Name.StartsWith("x-", StringComparison.Ordinal))
                WriteNamed(output, Extensions, Any, member);
            else if (Map is (> 0, { } element))
                WriteNamed(output, Map.Number, element, member);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => _fields.GetEnumerator();

    private static void WriteField(ProtobufOutput output, int number, GnosticType type, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array || type is not RepeatedField)
        {
            type.Write(output, number, value);
            return;
        }

        foreach (var item in value.EnumerateArray())
            type.Write(output, number, item);
    }

    private static void WriteNamed(ProtobufOutput output, int number, GnosticType type, JsonProperty member) => output.Message(number, () =>
    {
        output.Text(1, member.Name);
        type.Write(output, 2, member.Value);
    });
}
