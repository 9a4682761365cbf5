using System.Text.Json;

namespace CloudletK8s.ApiServer.OpenApi.Gnostic;

/// <summary>How gnostic's protobuf holds a JSON value of an OpenAPI document.</summary>
internal abstract class GnosticType
{
    public static GnosticType Text { get; } = new TextType();

    public static GnosticType Flag { get; } = new FlagType();

    public static GnosticType Whole { get; } = new WholeType();

    public static GnosticType Number { get; } = new NumberType();

    /// <summary>Any JSON, as the text of a YAML document.</summary>
    public static GnosticType Any { get; } = new AnyType();

    /// <summary>One value, or each of a list.</summary>
    public static GnosticType Repeated(GnosticType element) => new RepeatedType(element);

    /// <summary>A message that holds one of several.</summary>
    public static GnosticType OneOf(Func<JsonElement, (int Number, GnosticType Type)> choose) => new ChoiceType(choose);

    public abstract void Write(ProtobufOutput output, int number, JsonElement value);

    private sealed class TextType : GnosticType
    {
        public override void Write(ProtobufOutput output, int number, JsonElement value) => output.Text(number, value.GetString()!);
    }

    private sealed class FlagType : GnosticType
    {
        public override void Write(ProtobufOutput output, int number, JsonElement value) => output.Whole(number, value.GetBoolean() ? 1 : 0);
    }

    private sealed class WholeType : GnosticType
    {
        public override void Write(ProtobufOutput output, int number, JsonElement value) => output.Whole(number, value.GetInt64());
    }

    private sealed class NumberType : GnosticType
    {
        public override void Write(ProtobufOutput output, int number, JsonElement value) => output.Double(number, value.GetDouble());
    }

    private sealed class AnyType : GnosticType
    {
        public override void Write(ProtobufOutput output, int number, JsonElement value) =>
            output.Message(number, () => output.Text(2, value.GetRawText() + "\n"));
    }

    private sealed class RepeatedType(GnosticType element) : GnosticType
    {
        public override void Write(ProtobufOutput output, int number, JsonElement value) => output.Message(number, () =>
        {
            if (value.ValueKind != JsonValueKind.Array)
            {
                element.Write(output, 1, value);
                return;
            }

            foreach (var item in value.EnumerateArray())
                element.Write(output, 1, item);
        });
    }

    private sealed class ChoiceType(Func<JsonElement, (int Number, GnosticType Type)> choose) : GnosticType
    {
        public override void Write(ProtobufOutput output, int number, JsonElement value) => output.Message(number, () =>
        {
            var (chosen, type) = choose(value);
            type.Write(output, chosen, value);
        });
    }
}
