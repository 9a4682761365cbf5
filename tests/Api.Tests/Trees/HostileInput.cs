using System.Text;
using CloudletK8s.Api.ApiExtensions.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Protobuf;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Selectors;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.Api.Values;
using CloudletK8s.Api.Yaml;

namespace CloudletK8s.Api.Tests.Trees;

/// <summary>Whatever the bytes, a decoder answers with a tree or an error. An exception fails the test, with its seed in the message.</summary>
public class HostileInput
{
    private const int Rounds = 3000;
    private static readonly Schema[] Schemas = [RecordSchemas.Of<Pod>(), RecordSchemas.Of<CustomResourceDefinition>(), RecordSchemas.Of<Event>()];

    [Fact]
    public void In_JSON_ends_in_a_tree_or_an_error() => Try(
        schema => JsonTreeWriter.ToUtf8(Small(schema)),
        (bytes, schema) => JsonTreeReader.Read(bytes, schema, DecodeOptions.Default).Error is null);

    [Fact]
    public void In_protobuf_ends_in_a_tree_or_an_error() => Try(
        schema => ProtobufTreeWriter.ToBytes(Small(schema), schema),
        (bytes, schema) => ProtobufTreeReader.Read(bytes, schema).Error is null);

    [Fact]
    public void In_YAML_ends_in_a_tree_or_an_error() => Try(
        schema => YamlTreeWriter.ToUtf8(Small(schema)),
        (bytes, schema) => YamlTreeReader.Read(bytes, schema, DecodeOptions.Default).Error is null,
        rounds: Rounds / 5);

    [Fact]
    public void In_texts_ends_in_a_value_or_an_error() => Try(
        _ => Encoding.UTF8.GetBytes("a in (b,c),!d,e>1.5Gi+1e3,2026-11-20T10:00:00.000001+01:00 1h2m3.5s\\,x==y"),
        (bytes, schema) =>
        {
            var text = Encoding.UTF8.GetString(bytes);
            return LabelRequirements.TryParse(text, out LabelRequirements? _, out _) | FieldRequirements.TryParse(text, out FieldRequirements? _, out _)
                | Quantity.TryParse(text, out Quantity _) | GoDuration.TryParse(text, out long _, out _) | GoTime.TryParse(text, out _, out _) | GoTime.TryParseMicros(text, out _, out _);
        });

    private static void Try(Func<Schema, byte[]> make, Func<byte[], Schema, bool> decode, int rounds = Rounds)
    {
        var good = 0;
        for (var seed = 0; seed < rounds; seed++)
        {
            var random = new Random(seed);
            var schema = Schemas[seed % Schemas.Length];
            var bytes = Mutate(make(schema), random);
            try
            {
                good += decode(bytes, schema) ? 1 : 0;
            }
            catch (Exception unexpected)
            {
                Assert.Fail($"seed {seed}, {Convert.ToHexString(bytes)[..Math.Min(200, bytes.Length * 2)]}: {unexpected}");
            }
        }

        // Mutations that always or never leave something readable would test nothing.
        Assert.InRange(good, 1, rounds - 1);
    }

    private static readonly Dictionary<Schema, TreeObject> Made = [];

    // The parts of a full object differ from seed to seed; a few members keep a round short.
    private static TreeObject Small(Schema schema)
    {
        if (Made.TryGetValue(schema, out var known))
            return known;

        var full = new FullObjects(seed: 7, nestedTypes: false).Make(schema);
        Trim(full);
        return Made[schema] = full;
    }

    private static void Trim(TreeObject tree)
    {
        foreach (var name in tree.Names.Skip(14).ToArray())
            tree.Remove(name);
        foreach (var (_, value) in tree)
        {
            if (value is TreeObject inner)
                Trim(inner);
            else if (value is TreeList list)
                foreach (var item in list.Objects())
                    Trim(item);
        }
    }

    private static byte[] Mutate(byte[] bytes, Random random)
    {
        if (random.Next(10) == 0)
        {
            var noise = new byte[random.Next(200)];
            random.NextBytes(noise);
            return random.Next(2) == 0 ? noise : [.. "k8s\0"u8, .. noise];
        }

        var mutated = (byte[])bytes.Clone();
        for (var i = random.Next(6); i >= 0; i--)
        {
            var at = random.Next(mutated.Length);
            switch (random.Next(5))
            {
                case 0:
                    mutated[at] = (byte)random.Next(256);
                    break;
                case 1:
                    mutated[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    mutated = [.. mutated[..at], .. mutated[Math.Min(mutated.Length, at + random.Next(20))..], 0];
                    break;
                case 3:
                    mutated = [.. mutated[..at], .. mutated[random.Next(at + 1)..]];
                    break;
                default:
                    mutated[at] = "{}[]\",:0-9\\\n\t *&!|\0\xff"u8[random.Next(20)];
                    break;
            }

            if (mutated.Length == 0)
                return mutated;
        }

        return random.Next(8) == 0 ? mutated[..random.Next(mutated.Length)] : mutated;
    }
}
