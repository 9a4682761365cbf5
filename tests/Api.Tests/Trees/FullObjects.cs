using System.Reflection;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Tests.Trees;

/// <summary>Makes objects in which every field has a value, down to a depth at which schemas start to repeat.</summary>
/// <param name="nestedTypes">Kinds inside of others say what they are; protobuf does not carry that.</param>
internal sealed class FullObjects(int seed, bool nestedTypes)
{
    private readonly Random _random = new(seed);

    public TreeObject Make(Schema schema) => Object(schema, depth: 0);

    public static string? ApiVersionOf(Type record) =>
        record.GetCustomAttribute<KindAttribute>()?.ApiVersion ?? record.GetCustomAttribute<WireKindAttribute>()?.ApiVersion;

    private TreeObject Object(Schema schema, int depth)
    {
        var made = new TreeObject();
        foreach (var field in schema.Fields)
        {
            if (field.Number == 0)
            {
                if (depth == 0 || nestedTypes)
                    made.Append(field.Name, new TreeText(field.Name == "kind" ? schema.Record!.Name : ApiVersionOf(schema.Record!)!));
                continue;
            }

            var value = Value(field.Schema, depth + 1);
            if (value is not null)
                made.Append(field.Name, value);
            else if (field.Presence == Presence.Always)
                made.Append(field.Name, ZeroTrees.Of(field));
        }

        return made;
    }

    private Tree? Value(Schema schema, int depth)
    {
        // Only the schemas of custom resources contain themselves; they get this deep, no others do.
        if (depth > 12)
            return null;

        switch (schema.Kind)
        {
            case SchemaKind.Object:
                return schema.Name?.EndsWith("JSONSchemaProps", StringComparison.Ordinal) == true && depth > 6 ? null : Object(schema, depth);
            case SchemaKind.List:
                var list = new TreeList();
                for (var i = 0; i < 2; i++)
                {
                    if (Value(schema.Element!, depth + 1) is { } item)
                        list.Add(item);
                }

                return list.Count == 0 ? null : list;
            case SchemaKind.Map:
                var map = new TreeObject();
                foreach (var key in new[] { "a", "b.example.com/c" })
                {
                    if (Value(schema.Element!, depth + 1) is { } value)
                        map.Append(key, value);
                }

                return map.Count == 0 ? null : map;
            case SchemaKind.Either:
                return _random.Next(2) == 0 ? Value(schema.Element!, depth) ?? Value(schema.Other!, depth) : Value(schema.Other!, depth);
            case SchemaKind.Any:
                var any = new TreeObject();
                any.Append("f:x", new TreeList { TreeNumber.Of(1), TreeNumber.Of(0.5), TreeNull.Instance, TreeFlag.True, new TreeText("<é>") });
                return any;
            default:
                return Scalar(schema);
        }
    }

    private Tree Scalar(Schema schema) => schema.Kind switch
    {
        SchemaKind.Int32 => TreeNumber.Of(_random.Next(1, int.MaxValue) * (_random.Next(2) == 0 ? 1 : -1)),
        SchemaKind.Int64 => TreeNumber.Of(_random.NextInt64(1, long.MaxValue) * (_random.Next(2) == 0 ? 1 : -1)),
        SchemaKind.Double => TreeNumber.Of(_random.Next(1, 1000) / 8.0),
        SchemaKind.Flag => TreeFlag.True,
        SchemaKind.Bytes => new TreeText(Convert.ToBase64String(BitConverter.GetBytes(_random.NextInt64()))),
        SchemaKind.Quantity => new TreeText($"{_random.Next(1, 999)}Mi"),
        SchemaKind.IntOrString => _random.Next(2) == 0 ? TreeNumber.Of(_random.Next()) : new TreeText("25%"),
        SchemaKind.Time => new TreeText($"2026-11-20T10:00:{_random.Next(10, 59)}Z"),
        SchemaKind.MicroTime => new TreeText($"2026-11-20T10:00:00.{_random.Next(100000, 999999)}Z"),
        SchemaKind.Duration => new TreeText("1m30.5s"),
        _ => new TreeText($"text-{_random.Next()} \"é😀\""),
    };
}
