using System.Buffers.Text;
using System.Text;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Trees.Json;

/// <summary>
/// One pass over JSON text along a schema. Records are read strictly, as Go reads into its types; custom resources keep values
/// of a wrong type (validation names them later) and explicit nulls and zeros, and lose only what their schema does not name.
/// </summary>
internal ref struct JsonDecoder(ReadOnlySpan<byte> utf8, Schema root, DecodeOptions options)
{
    private JsonCursor _json = new(utf8);
    private DecodePath _path = new(options.FindProblems);
    private FieldSlots _slots = new();

    public DecodeResult Read()
    {
        var tree = root.Kind == SchemaKind.Any ? ReadAny(!options.FindProblems) : ReadValue(root, IsStrict(root, strict: true));
        if (!_json.AtEnd())
            throw JsonCursor.Broken();

        return new() { Root = tree, Problems = _path.Problems };
    }

    private static bool IsStrict(Schema schema, bool strict) => schema.Kind == SchemaKind.Object ? schema.Record is not null : strict;

    private Tree ReadValue(Schema schema, bool strict)
    {
        var next = _json.Peek();
        if (next == 'n')
        {
            _json.Literal("null"u8);
            return TreeNull.Instance;
        }

        switch (schema.Kind)
        {
            case SchemaKind.Object when next == '{':
                return ReadObject(schema, schema.Record is not null);
            case SchemaKind.Map when next == '{':
                return ReadMap(schema, strict);
            case SchemaKind.List when next == '[':
                return ReadList(schema, strict);
            case SchemaKind.Any:
                return ReadAny(strict);
            case SchemaKind.Either:
                return ReadEither(schema, strict);
        }

        return strict ? ReadScalar(schema, next) : ReadAny(strict);
    }

    private Tree ReadScalar(Schema schema, byte next)
    {
        switch (schema.Kind)
        {
            case SchemaKind.Text when next == '"':
                return TextCache.Get(_json.Text());
            case SchemaKind.Int32 or SchemaKind.Int64 or SchemaKind.Integer when IsNumber(next):
                return ReadWhole(schema.Kind == SchemaKind.Int32);
            case SchemaKind.IntOrString:
                return next == '"' ? TextCache.Get(_json.Text()) : IsNumber(next) ? ReadWhole(isInt32: true) : throw WrongType(next, "int32");
            case SchemaKind.Double when IsNumber(next):
                return ReadDouble();
            case SchemaKind.Flag when next is (byte)'t' or (byte)'f':
                _json.Literal(next == 't' ? "true"u8 : "false"u8);
                return TreeFlag.Of(next == 't');
            case SchemaKind.Bytes when next == '"':
                return ScalarText.Bytes(_json.Text());
            case SchemaKind.Quantity:
                return ReadQuantity(next);
            case SchemaKind.Time or SchemaKind.MicroTime or SchemaKind.Duration:
                return next == '"' ? ScalarText.Read(schema.Kind, _json.Text()) : throw WrongType(next, "string");
            default:
                throw WrongType(next, GoTypeName.Of(schema));
        }
    }

    private TreeObject ReadObject(Schema schema, bool strict)
    {
        var table = schema.Table;
        var outer = _path.Enter(schema);
        var start = _slots.Open(table.InOrder.Length);
        List<KeyValuePair<string, Tree>>? extra = null;
        _json.Open();
        var first = true;
        while (_json.Next((byte)'}', ref first))
        {
            var utf8Name = _json.Name();
            var at = table.IndexOf(utf8Name);
            if (at < 0)
            {
                ReadUnnamed(schema, Encoding.UTF8.GetString(utf8Name), strict, ref extra);
                continue;
            }

            var field = table.InOrder[at];
            _path.Push(field.Name);
            if (_slots[start + at] is not null)
                _path.Duplicate();
            _slots[start + at] = ReadValue(field.Schema, strict);
            _path.Pop();
        }

        var made = _slots.Close(start, table, strict);
        if (extra is not null)
        {
            foreach (var (name, value) in extra)
                made.Set(name, value);
        }

        _path.Leave(outer);
        return made;
    }

    private void ReadUnnamed(Schema schema, string name, bool strict, ref List<KeyValuePair<string, Tree>>? extra)
    {
        _path.PushKey(name);
        if (schema.PreserveUnknown)
        {
            extra ??= [];
            if (extra.Exists(known => known.Key == name))
                _path.Duplicate();
            extra.Add(new(name, ReadAny(strict)));
        }
        else
        {
            _path.Unknown();
            _json.Skip();
        }

        _path.Pop();
    }

    private TreeObject ReadMap(Schema schema, bool strict)
    {
        var element = schema.Element!;
        var made = new TreeObject(4);
        var sorted = true;
        string? last = null;
        _json.Open();
        var first = true;
        while (_json.Next((byte)'}', ref first))
        {
            var name = TextCache.Get(_json.Name()).Value;
            _path.PushKey(name);
            if (made.Has(name))
                _path.Duplicate();

            var value = ReadValue(element, IsStrict(element, strict));
            made.Set(name, strict && value is TreeNull ? ZeroTrees.Of(element) : value);
            sorted = sorted && (last is null || string.CompareOrdinal(last, name) <= 0);
            last = name;
            _path.Pop();
        }

        // Go writes the keys of maps in order.
        if (strict && !sorted)
            made.SortByName();
        return made;
    }

    private TreeList ReadList(Schema schema, bool strict)
    {
        var element = schema.Element!;
        var made = new TreeList();
        _json.Open();
        var first = true;
        while (_json.Next((byte)']', ref first))
        {
            _path.PushIndex(made.Count);
            var value = ReadValue(element, IsStrict(element, strict));
            made.Add(strict && value is TreeNull ? ZeroTrees.Of(element) : value);
            _path.Pop();
        }

        return made;
    }

    // Inside of records, Kubernetes keeps such values as raw bytes and does not look for problems in them.
    private Tree ReadAny(bool strict)
    {
        if (strict || !options.FindProblems || _json.Peek() is not ((byte)'{' or (byte)'['))
            return FreeJson.Read(ref _json, null);

        return _json.Peek() == '{' ? ReadMap(FreeMap, strict: false) : ReadList(FreeList, strict: false);
    }

    private Tree ReadEither(Schema schema, bool strict)
    {
        var next = _json.Peek();
        if (next == '{')
            return ReadValue(schema.Element!, IsStrict(schema.Element!, strict));

        var other = schema.Other!;
        if (other.Kind == SchemaKind.Flag)
            return next is (byte)'t' or (byte)'f' ? ReadScalar(other, next) : throw DecodeException.Type("boolean or JSON schema expected");

        // Go's union takes a list and silently forgets anything else.
        if (next == '[')
            return ReadValue(other, strict);

        _json.Skip();
        return TreeNull.Instance;
    }

    private TreeNumber ReadWhole(bool isInt32)
    {
        var text = _json.Number(out var whole);
        if (whole && Utf8Parser.TryParse(text, out long number, out var used) && used == text.Length
            && (!isInt32 || number is >= int.MinValue and <= int.MaxValue))
        {
            return TreeNumber.Of(number);
        }

        throw WrongType($"number {Encoding.ASCII.GetString(text)}", isInt32 ? "int32" : "int64");
    }

    private TreeNumber ReadDouble()
    {
        var text = _json.Number(out var whole);
        if (whole && Utf8Parser.TryParse(text, out long number, out var used) && used == text.Length)
            return TreeNumber.Of(number);

        return TreeNumber.Of(FreeJson.ReadDouble(text, _path.TypeError("number {0}", "float64")));
    }

    private TreeText ReadQuantity(byte next)
    {
        if (next == '"')
            return ScalarText.Quantity(_json.Text());

        if (!IsNumber(next))
        {
            _json.Skip();
            throw DecodeException.Type(QuantityReader.WrongFormat);
        }

        return ScalarText.Quantity(_json.Number(out _));
    }

    private static bool IsNumber(byte next) => next is (byte)'-' or (>= (byte)'0' and <= (byte)'9');

    private readonly DecodeException WrongType(byte next, string goType) => next switch
    {
        (byte)'"' => WrongType("string", goType),
        (byte)'{' => WrongType("object", goType),
        (byte)'[' => WrongType("array", goType),
        (byte)'t' or (byte)'f' => WrongType("bool", goType),
        _ when IsNumber(next) => WrongType("number", goType),
        _ => JsonCursor.Broken(),
    };

    private readonly DecodeException WrongType(string found, string goType) => DecodeException.Type(_path.TypeError(found, goType));

    private static readonly Schema FreeMap = new(SchemaKind.Map) { Element = new Schema(SchemaKind.Any) };
    private static readonly Schema FreeList = new(SchemaKind.List) { Element = new Schema(SchemaKind.Any) };
}
