using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Protobuf;

/// <summary>
/// Writes trees as the generated code of Kubernetes writes its types: in order of numbers, and with every value that Go does not
/// hold by pointer, zero or not. Everything here writes backwards, hence the last part first.
/// </summary>
internal static class ProtobufEncoder
{
    private const long ZeroTimeSeconds = -62135596800;

    public static void Message(ProtobufBuffer buffer, TreeObject? tree, Schema schema)
    {
        var table = schema.Table;
        Message(buffer, tree, table.Layout);
    }

    private static void Message(ProtobufBuffer buffer, TreeObject? tree, ProtobufLayout layout)
    {
        var fields = layout.Ascending;
        for (var i = fields.Length - 1; i >= 0; i--)
        {
            var field = fields[i];
            if (field.Group is { } group)
            {
                var before = buffer.Length;
                Message(buffer, tree, group);
                buffer.Close(field.Number, before);
                continue;
            }

            var value = tree?[field.Schema!.Name];
            if (value is null or TreeNull)
                Absent(buffer, field.Schema!);
            else
                Value(buffer, field.Number, value, field.Schema!.Schema);
        }
    }

    private static void Absent(ProtobufBuffer buffer, FieldSchema field)
    {
        if (field.Nilable || field.Schema.Kind is SchemaKind.List or SchemaKind.Map or SchemaKind.Bytes or SchemaKind.Either)
            return;

        Zero(buffer, field.Number, field.Schema);
    }

    private static void Zero(ProtobufBuffer buffer, int number, Schema schema)
    {
        switch (schema.Kind)
        {
            case SchemaKind.Text:
                buffer.BytesField(number, []);
                break;
            case SchemaKind.Int32 or SchemaKind.Int64 or SchemaKind.Integer or SchemaKind.Flag:
                buffer.VarintField(number, 0);
                break;
            case SchemaKind.Double:
                buffer.DoubleField(number, 0);
                break;
            default:
                var before = buffer.Length;
                if (schema.Kind == SchemaKind.Object)
                    Message(buffer, null, schema);
                else if (schema.Kind is SchemaKind.Quantity or SchemaKind.IntOrString or SchemaKind.Duration)
                    Wrapped(buffer, ZeroTrees.Of(schema), schema);
                buffer.Close(number, before);
                break;
        }
    }

    private static void Value(ProtobufBuffer buffer, int number, Tree value, Schema schema)
    {
        switch (schema.Kind)
        {
            case SchemaKind.List when value is TreeList list:
                for (var i = list.Count - 1; i >= 0; i--)
                    Item(buffer, number, list[i], schema.Element!);
                break;
            case SchemaKind.Map when value is TreeObject map:
                Map(buffer, number, map, schema.Element!);
                break;
            case SchemaKind.List or SchemaKind.Map:
                break;
            default:
                Item(buffer, number, value, schema);
                break;
        }
    }

    private static void Item(ProtobufBuffer buffer, int number, Tree value, Schema schema)
    {
        switch (schema.Kind)
        {
            case SchemaKind.Text:
                buffer.TextField(number, (value as TreeText)?.Value ?? "");
                break;
            case SchemaKind.Int32 or SchemaKind.Int64 or SchemaKind.Integer:
                buffer.VarintField(number, (value as TreeNumber)?.Whole ?? 0);
                break;
            case SchemaKind.Flag:
                buffer.VarintField(number, value is TreeFlag { Value: true } ? 1 : 0);
                break;
            case SchemaKind.Double:
                buffer.DoubleField(number, (value as TreeNumber)?.Value ?? 0);
                break;
            case SchemaKind.Bytes:
                buffer.BytesField(number, value is TreeText text ? Convert.FromBase64String(text.Value) : []);
                break;
            default:
                var before = buffer.Length;
                Wrapped(buffer, value, schema);
                buffer.Close(number, before);
                break;
        }
    }

    private static void Map(ProtobufBuffer buffer, int number, TreeObject map, Schema element)
    {
        var members = new List<KeyValuePair<string, Tree>>(map.Count);
        foreach (var member in map)
            members.Add(member);
        members.Sort(static (left, right) => string.CompareOrdinal(left.Key, right.Key));
        for (var i = members.Count - 1; i >= 0; i--)
        {
            var before = buffer.Length;
            if (members[i].Value is TreeNull && element.Kind is SchemaKind.Bytes)
            {
            }
            else if (element.Kind == SchemaKind.List)
            {
                // Protobuf has no lists in maps; Kubernetes wraps them in a message with the items as its first field.
                var inner = buffer.Length;
                Value(buffer, 1, members[i].Value, element);
                buffer.Close(2, inner);
            }
            else
            {
                Item(buffer, 2, members[i].Value, element);
            }

            buffer.TextField(1, members[i].Key);
            buffer.Close(number, before);
        }
    }

    // The inside of what is a message.
    private static void Wrapped(ProtobufBuffer buffer, Tree value, Schema schema)
    {
        switch (schema.Kind)
        {
            case SchemaKind.Object:
                Message(buffer, value as TreeObject, schema);
                break;
            case SchemaKind.Any when value is not TreeNull:
                buffer.BytesField(1, JsonTreeWriter.ToUtf8(value));
                break;
            case SchemaKind.Quantity:
                buffer.TextField(1, (value as TreeText)?.Value ?? "0");
                break;
            case SchemaKind.IntOrString:
                buffer.TextField(3, (value as TreeText)?.Value ?? "");
                buffer.VarintField(2, (value as TreeNumber)?.Whole ?? 0);
                buffer.VarintField(1, value is TreeText ? 1 : 0);
                break;
            case SchemaKind.Duration:
                buffer.VarintField(1, value is TreeText span && GoDuration.TryParse(span.Value, out long nanoseconds, out _) ? nanoseconds : 0);
                break;
            case SchemaKind.Time or SchemaKind.MicroTime when value is TreeText time:
                Time(buffer, time.Value, schema.Kind == SchemaKind.MicroTime);
                break;
            case SchemaKind.Either:
                Either(buffer, value, schema);
                break;
        }
    }

    private static void Time(ProtobufBuffer buffer, string text, bool micros)
    {
        if (!(micros ? GoTime.TryParseMicros(text, out var time, out _) : GoTime.TryParse(text, out time, out _)))
            return;

        buffer.VarintField(2, micros ? time.UtcTicks % TimeSpan.TicksPerSecond * TimeSpan.NanosecondsPerTick : 0);
        buffer.VarintField(1, (time.UtcTicks / TimeSpan.TicksPerSecond) + ZeroTimeSeconds);
    }

    private static void Either(ProtobufBuffer buffer, Tree value, Schema schema)
    {
        var isFlag = schema.Other!.Kind == SchemaKind.Flag;
        var message = value as TreeObject;
        if (!isFlag && value is TreeList)
            Value(buffer, 2, value, schema.Other);
        if (message is not null)
            Item(buffer, isFlag ? 2 : 1, message, schema.Element!);
        if (isFlag)
            buffer.VarintField(1, message is not null || value is TreeFlag { Value: true } ? 1 : 0);
    }
}
