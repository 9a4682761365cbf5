using System.Text;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Protobuf;

/// <summary>Reads messages along a schema into trees, with the same rules for zero and absent values as JSON.</summary>
internal struct ProtobufDecoder()
{
    private FieldSlots _slots = new();
    private int _depth;

    public TreeObject Message(ReadOnlySpan<byte> message, Schema schema)
    {
        Enter();
        var table = schema.Table;
        var start = _slots.Open(table.InOrder.Length);
        Fields(message, table.Layout, start);
        _depth--;
        return _slots.Close(start, table, normalise: true);
    }

    private void Enter()
    {
        if (++_depth > DecodeLimits.Depth)
            throw DecodeException.Syntax("exceeded max depth");
    }

    private void Fields(ReadOnlySpan<byte> message, ProtobufLayout layout, int start)
    {
        var cursor = new ProtobufCursor(message);
        while (!cursor.AtEnd)
        {
            var (number, wireType) = cursor.Tag();
            if (layout.Find(number) is not { } field)
            {
                cursor.Skip(number, wireType);
                continue;
            }

            if (field.Group is { } group)
            {
                Expect(wireType, ProtobufWire.Bytes, number);
                Fields(cursor.Bytes(), group, start);
                continue;
            }

            Value(ref cursor, field, wireType, start + field.At);
        }
    }

    private void Value(ref ProtobufCursor cursor, ProtobufField field, int wireType, int slot)
    {
        var schema = field.Schema!.Schema;
        switch (schema.Kind)
        {
            case SchemaKind.List:
                var list = _slots[slot] as TreeList ?? new TreeList();
                _slots[slot] = list;
                Items(ref cursor, list, schema.Element!, wireType, field.Number);
                break;
            case SchemaKind.Map:
                Expect(wireType, ProtobufWire.Bytes, field.Number);
                var map = _slots[slot] as TreeObject ?? new TreeObject();
                _slots[slot] = map;
                Entry(cursor.Bytes(), map, schema.Element!);
                break;
            default:
                _slots[slot] = Item(ref cursor, schema, wireType, field.Number);
                break;
        }
    }

    private void Items(ref ProtobufCursor cursor, TreeList list, Schema element, int wireType, int number)
    {
        if (wireType != ProtobufWire.Bytes || WireTypeOf(element) == ProtobufWire.Bytes)
        {
            list.Add(Item(ref cursor, element, wireType, number));
            return;
        }

        // Packed: all in one field, without tags.
        var packed = new ProtobufCursor(cursor.Bytes());
        while (!packed.AtEnd)
            list.Add(Item(ref packed, element, WireTypeOf(element), number));
    }

    private void Entry(ReadOnlySpan<byte> entry, TreeObject map, Schema element)
    {
        var key = "";
        Tree? value = null;
        var cursor = new ProtobufCursor(entry);
        while (!cursor.AtEnd)
        {
            var (number, wireType) = cursor.Tag();
            if (number == 1)
            {
                Expect(wireType, ProtobufWire.Bytes, number);
                key = TextCache.Get(cursor.Bytes()).Value;
            }
            else if (number == 2)
            {
                value = element.Kind == SchemaKind.List ? InnerList(ref cursor, element, wireType) : Item(ref cursor, element, wireType, number);
            }
            else
            {
                cursor.Skip(number, wireType);
            }
        }

        // A value that is not there is Go's zero of its type.
        map.Set(key, value is null or TreeNull ? ZeroTrees.Of(element) : value);
    }

    private Tree InnerList(ref ProtobufCursor cursor, Schema schema, int wireType)
    {
        Expect(wireType, ProtobufWire.Bytes, 2);
        var list = new TreeList();
        var inner = new ProtobufCursor(cursor.Bytes());
        while (!inner.AtEnd)
        {
            var (number, innerType) = inner.Tag();
            if (number == 1)
                list.Add(Item(ref inner, schema.Element!, innerType, number));
            else
                inner.Skip(number, innerType);
        }

        return list.Count == 0 ? TreeNull.Instance : list;
    }

    private static int WireTypeOf(Schema schema) => schema.Kind switch
    {
        SchemaKind.Int32 or SchemaKind.Int64 or SchemaKind.Integer or SchemaKind.Flag => ProtobufWire.Varint,
        SchemaKind.Double => ProtobufWire.Fixed64,
        _ => ProtobufWire.Bytes,
    };

    private static void Expect(int wireType, int expected, int number)
    {
        if (wireType != expected)
            throw DecodeException.Syntax($"proto: wrong wireType = {wireType} for field {number}");
    }

    private Tree Item(ref ProtobufCursor cursor, Schema schema, int wireType, int number)
    {
        Expect(wireType, WireTypeOf(schema), number);
        switch (schema.Kind)
        {
            case SchemaKind.Int32:
                return TreeNumber.Of((int)cursor.Varint());
            case SchemaKind.Int64 or SchemaKind.Integer:
                return TreeNumber.Of((long)cursor.Varint());
            case SchemaKind.Flag:
                return TreeFlag.Of(cursor.Varint() != 0);
            case SchemaKind.Double:
                return Whole(cursor.Double());
        }

        var bytes = cursor.Bytes();
        return schema.Kind switch
        {
            SchemaKind.Text => TextCache.Get(bytes),
            SchemaKind.Bytes => new TreeText(Convert.ToBase64String(bytes)),
            SchemaKind.Object => Message(bytes, schema),
            SchemaKind.Any => Any(ProtobufEnvelope.OnlyBytes(bytes)),
            SchemaKind.Either => Either(bytes, schema),
            _ => Scalar(bytes, schema.Kind),
        };
    }

    private static TreeNumber Whole(double value) =>
        value == Math.Floor(value) && Math.Abs(value) < 1L << 53 ? TreeNumber.Of((long)value) : TreeNumber.Of(value);

    private static Tree Any(ReadOnlySpan<byte> json)
    {
        if (json.IsEmpty)
            return TreeNull.Instance;

        var result = JsonTreeReader.ReadAny(json);
        return result.Root ?? throw DecodeException.Type(result.Error!.Message);
    }

    private static Tree Scalar(ReadOnlySpan<byte> message, SchemaKind kind)
    {
        long first = 0;
        long second = 0;
        var text = ReadOnlySpan<byte>.Empty;
        var cursor = new ProtobufCursor(message);
        while (!cursor.AtEnd)
        {
            var (number, wireType) = cursor.Tag();
            if (wireType == ProtobufWire.Varint && number == 1)
                first = (long)cursor.Varint();
            else if (wireType == ProtobufWire.Varint && number == 2)
                second = (long)cursor.Varint();
            else if (wireType == ProtobufWire.Bytes && number == (kind == SchemaKind.Quantity ? 1 : 3))
                text = cursor.Bytes();
            else
                cursor.Skip(number, wireType);
        }

        return kind switch
        {
            SchemaKind.Quantity => message.IsEmpty ? new TreeText("0") : ScalarText.Quantity(text),
            SchemaKind.IntOrString => first == 1 ? TextCache.Get(text) : TreeNumber.Of((int)second),
            SchemaKind.Duration => new TreeText(GoDuration.Format(first)),
            _ => message.IsEmpty ? TreeNull.Instance : Time(first, kind == SchemaKind.MicroTime ? second : 0, kind),
        };
    }

    private static Tree Time(long seconds, long nanoseconds, SchemaKind kind)
    {
        var micros = Math.DivRem(nanoseconds, 1000, out _);
        if (seconds < DateTimeOffset.MinValue.ToUnixTimeSeconds() || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            || micros is < 0 or >= 1_000_000)
        {
            throw DecodeException.Type("Time.MarshalJSON: year outside of range [0,9999]");
        }

        var time = DateTimeOffset.FromUnixTimeSeconds(seconds).AddMicroseconds(micros);
        if (time == DateTimeOffset.MinValue)
            return TreeNull.Instance;

        return new TreeText(kind == SchemaKind.MicroTime ? GoTime.FormatMicros(time) : GoTime.Format(time));
    }

    private Tree Either(ReadOnlySpan<byte> message, Schema schema)
    {
        var other = schema.Other!;
        var isFlag = other.Kind == SchemaKind.Flag;
        var allows = false;
        Tree? made = null;
        TreeList? list = null;
        var cursor = new ProtobufCursor(message);
        while (!cursor.AtEnd)
        {
            var (number, wireType) = cursor.Tag();
            if (isFlag && number == 1)
            {
                Expect(wireType, ProtobufWire.Varint, number);
                allows = cursor.Varint() != 0;
            }
            else if (number == (isFlag ? 2 : 1))
            {
                made = Item(ref cursor, schema.Element!, wireType, number);
            }
            else if (number == 2)
            {
                (list ??= []).Add(Item(ref cursor, other.Element!, wireType, number));
            }
            else
            {
                cursor.Skip(number, wireType);
            }
        }

        return isFlag ? made ?? TreeFlag.Of(allows) : list ?? made ?? TreeNull.Instance;
    }
}
