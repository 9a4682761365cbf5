using System.Buffers.Text;
using System.Globalization;
using System.Text;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Trees.Json;

/// <summary>Reads JSON as it stands: members in their order, nothing dropped or filled in.</summary>
internal static class FreeJson
{
    /// <param name="schema">Lends its field names, so that known ones need no new strings; null: none.</param>
    public static Tree Read(ref JsonCursor json, Schema? schema)
    {
        switch (json.Peek())
        {
            case (byte)'{':
                return ReadObject(ref json, schema);
            case (byte)'[':
                return ReadList(ref json, schema?.Element);
            case (byte)'"':
                return TextCache.Get(json.Text());
            case (byte)'t':
                json.Literal("true"u8);
                return TreeFlag.True;
            case (byte)'f':
                json.Literal("false"u8);
                return TreeFlag.False;
            case (byte)'n':
                json.Literal("null"u8);
                return TreeNull.Instance;
            case (byte)'-' or (>= (byte)'0' and <= (byte)'9'):
                return ReadNumber(ref json);
            default:
                throw JsonCursor.Broken();
        }
    }

    public static TreeNumber ReadNumber(ref JsonCursor json)
    {
        var text = json.Number(out var whole);
        if (whole && Utf8Parser.TryParse(text, out long number, out var used) && used == text.Length)
            return TreeNumber.Of(number);

        return TreeNumber.Of(ReadDouble(text, "json: cannot unmarshal number {0} into Go value of type float64"));
    }

    public static double ReadDouble(ReadOnlySpan<byte> text, string tooLarge)
    {
        var value = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(value)
            ? value
            : throw DecodeException.Type(string.Format(CultureInfo.InvariantCulture, tooLarge, Encoding.ASCII.GetString(text)));
    }

    private static TreeObject ReadObject(ref JsonCursor json, Schema? schema)
    {
        var table = schema is { Kind: SchemaKind.Object } ? schema.Table : null;
        var element = schema?.Element;

        // Without room in advance: most objects in a pod are the empty ones of managedFields.
        var made = new TreeObject();
        json.Open();
        var first = true;
        while (json.Next((byte)'}', ref first))
        {
            var utf8Name = json.Name();
            var at = table is null ? -1 : table.IndexOf(utf8Name);
            var field = at < 0 ? null : table!.InOrder[at];
            var name = field is null ? TextCache.Get(utf8Name).Value : field.Name;
            var value = Read(ref json, field is null ? element : field.Schema);
            if (made.Has(name))
                made.Set(name, value);
            else
                made.Append(name, value);
        }

        return made;
    }

    private static TreeList ReadList(ref JsonCursor json, Schema? element)
    {
        var made = new TreeList();
        json.Open();
        var first = true;
        while (json.Next((byte)']', ref first))
            made.Add(Read(ref json, element));
        return made;
    }
}
